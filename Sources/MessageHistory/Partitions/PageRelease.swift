import CSystem
import Glibc

/// Memory that is not needed any more, gathered so that the system takes much of it at once: each
/// time costs all processors a pause.
package struct PageRelease: ~Copyable {
  private var ranges: [iovec] = []
  private var byteCount = 0
  /// Whose memory it is: what is given back must not have become somebody else's meanwhile.
  private let pages: RecordPages?

  private static let mostBytes = 8 << 20
  /// The system takes no more at once.
  private static let mostRanges = 1_024

  /// - Parameter pages: whose memory is given back; nil where there is none.
  package init(of pages: RecordPages?) {
    self.pages = pages
  }

  deinit {
    Self.flush(ranges)
  }

  /// Gives all of a block's memory back, now or later.
  mutating func add(_ block: RecordBuffer.Block) {
    add(UnsafeRawBufferPointer(block))
  }

  /// Gives whole pages of memory back, now or later; they read as zeros if they are used again.
  package mutating func add(_ memory: UnsafeRawBufferPointer) {
    ranges.append(
      iovec(iov_base: UnsafeMutableRawPointer(mutating: memory.baseAddress), iov_len: memory.count))
    byteCount += memory.count
    if byteCount >= Self.mostBytes || ranges.count == Self.mostRanges {
      Self.flush(ranges)
      ranges.removeAll(keepingCapacity: true)
      byteCount = 0
    }
  }

  private static func flush(_ ranges: [iovec]) {
    if !ranges.isEmpty { csystem_release_pages(ranges, Int32(ranges.count)) }
  }
}
