import Glibc

/// Memory in pieces of one size, from regions of address space that are mapped once.
///
/// Mapping each piece would have the workers of a process wait for one another, for as long as the
/// system takes to provide its pages; within a region that is mapped it provides those of all
/// workers at the same time. It does so when a page is first touched, unless asked before.
final class PageReserve: Sendable {
  private struct Regions: @unchecked Sendable {
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
        regions.rest = map()
        regions.all.append(regions.rest)
      }
      let piece = regions.rest.baseAddress.unsafelyUnwrapped
      regions.rest = UnsafeMutableRawBufferPointer(rebasing: regions.rest[pieceSize...])
      return piece
    }
  }

  /// Another region; of a single piece where the process may not have so much address space.
  private func map() -> UnsafeMutableRawBufferPointer {
    for pieces in [piecesPerRegion, 1] {
      // There is a multiple of a piece's size within a piece.
      let count = (pieces + 1) * pieceSize
      let address = mmap(
        nil, count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
      guard address != MAP_FAILED, let address else { continue }
      let start = address.alignedUp(toMultipleOf: pieceSize)
      let end = start + pieces * pieceSize
      if start > address { munmap(address, start - address) }
      if end < address + count { munmap(end, address + count - end) }
      return UnsafeMutableRawBufferPointer(start: start, count: end - start)
    }
    preconditionFailure("out of memory")
  }
}
