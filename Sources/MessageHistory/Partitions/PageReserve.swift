import Glibc

/// Regions of address space: one for the records of one worker at a time, others for what is made of
/// records.
///
/// Mapping each piece of memory would have the workers of a process wait for one another, for as long
/// as the system takes to provide its pages; and so would asking for pages of a region in which another
/// worker's are being provided. It provides pages as they are first touched, unless asked before.
final class PageReserve: Sendable {
  private struct Regions: @unchecked Sendable {
    var all: [UnsafeMutableRawBufferPointer] = []
  }

  private let regions = Locked(Regions())
  private let pieceSize: Int
  private let piecesPerRegion: Int

  /// - Parameters:
  ///   - pieceSize: bytes of a piece; whole pages, a power of two.
  ///   - piecesPerRegion: how many make a region; memory is used for what is touched only, but a process
  ///     may have no more than some address space.
  init(pieceSize: Int, piecesPerRegion: Int) {
    self.pieceSize = pieceSize
    self.piecesPerRegion = piecesPerRegion
  }

  deinit {
    for region in regions.withLock({ $0.all }) { munmap(region.baseAddress, region.count) }
  }

  /// Another region, all zeros, that lives as long as the reserve.
  ///
  /// A process that gets none ends, as with any other allocation.
  ///
  /// - Returns: whole pieces, at multiples of their size; a single one where the process may not have
  ///   so much address space.
  func take() -> UnsafeMutableRawBufferPointer {
    let region = map()
    regions.withLock { $0.all.append(region) }
    return region
  }

  private func map() -> UnsafeMutableRawBufferPointer {
    for pieces in [piecesPerRegion, 1] {
      // There is a multiple of a piece's size within a piece. What is cut off behind the region keeps
      // it apart from the next one, of which the system would make one.
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
