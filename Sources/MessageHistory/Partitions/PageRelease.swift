import CSystem
import Glibc

/// Blocks whose records are not needed any more, gathered so that the system takes many at once:
/// each time costs all processors a pause.
struct PageRelease: ~Copyable {
  private var ranges: [iovec] = []
  /// Whose blocks they are: what is given back must not have become somebody else's meanwhile.
  private let pages: RecordPages?

  private static let mostRanges = 128

  /// - Parameter pages: the memory whose blocks are given back; nil where there is none.
  init(of pages: RecordPages?) {
    self.pages = pages
  }

  deinit {
    Self.flush(ranges)
  }

  /// Gives all of a block's memory back, now or later.
  mutating func add(_ block: RecordBuffer.Block) {
    // The system takes whole pages, which a block does not share.
    let size = block.count * MemoryLayout<MessageRecord>.stride
    ranges.append(iovec(iov_base: block.baseAddress, iov_len: size))
    if ranges.count == Self.mostRanges {
      Self.flush(ranges)
      ranges.removeAll(keepingCapacity: true)
    }
  }

  private static func flush(_ ranges: [iovec]) {
    if !ranges.isEmpty { csystem_release_pages(ranges, Int32(ranges.count)) }
  }
}
