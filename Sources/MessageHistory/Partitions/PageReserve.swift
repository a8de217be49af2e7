import Glibc

/// Memory in pieces of one size, from regions of address space that are mapped once.
///
/// Mapping each piece would have the workers of a process wait for one another, for as long as the
/// system takes to provide its pages; within a region that is mapped it provides those of all
/// workers at the same time. It does so when a page is first touched, unless asked before.
final class PageReserve: Sendable {
  private struct Regions: @unchecked Sendable {
    /// As they were mapped: a bit more than their pieces.
    var all: [UnsafeMutableRawBufferPointer] = []
    /// What is left of the last one.
    var rest = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  }

  private let regions = Locked(Regions())
  private let pieceSize: Int
  private let piecesPerRegion: Int

  /// - Parameters:
  ///   - pieceSize: bytes of a piece; whole pages, a power of two.
  ///   - piecesPerRegion: how many are mapped at once; memory is used for those handed out only, but
  ///     a process may have no more than some address space.
  init(pieceSize: Int, piecesPerRegion: Int) {
    self.pieceSize = pieceSize
    self.piecesPerRegion = piecesPerRegion
  }

  deinit {
    for region in regions.withLock({ $0.all }) { munmap(region.baseAddress, region.count) }
  }

  /// The next piece, all zeros, at a multiple of its size; it lives as long as the reserve.
  ///
  /// A process that gets none ends, as with any other allocation.
  func take() -> UnsafeMutableRawPointer {
    regions.withLock { regions in
      if regions.rest.isEmpty {
        let region = map()
        regions.all.append(region)
        regions.rest = pieces(of: region)
      }
      let piece = regions.rest.baseAddress.unsafelyUnwrapped
      regions.rest = UnsafeMutableRawBufferPointer(rebasing: regions.rest[pieceSize...])
      return piece
    }
  }

  /// Another region, with room to have its pieces at multiples of their size; of a single piece
  /// where the process may not have so much address space.
  private func map() -> UnsafeMutableRawBufferPointer {
    for pieces in [piecesPerRegion, 1] {
      let size = (pieces + 1) * pieceSize
      let address = mmap(
        nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
      if address != MAP_FAILED { return UnsafeMutableRawBufferPointer(start: address, count: size) }
    }
    preconditionFailure("out of memory")
  }

  /// The whole pieces within a region.
  private func pieces(
    of region: UnsafeMutableRawBufferPointer
  ) -> UnsafeMutableRawBufferPointer {
    guard let address = region.baseAddress else { return region }
    let start = address.alignedUp(toMultipleOf: pieceSize)
    let count = (region.count - (start - address)) / pieceSize * pieceSize
    return UnsafeMutableRawBufferPointer(start: start, count: count)
  }
}
