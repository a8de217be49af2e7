import MessageHistory
import Synchronization

/// Written rows of a listing in their order, in memory or in a temporary file.
enum ListingRun: Sendable {
  case held([UInt8])
  case spooled(Spool, Range<Int>)
}

/// How many bytes of runs all workers together may hold in memory.
final class RunAllowance: Sendable {
  private let left: Atomic<Int>

  init(_ bytes: Int) {
    left = Atomic(bytes)
  }

  /// Takes so many bytes; false where they are not left.
  func take(_ bytes: Int) -> Bool {
    if left.wrappingSubtract(bytes, ordering: .relaxed).newValue >= 0 { return true }
    left.wrappingAdd(bytes, ordering: .relaxed)
    return false
  }
}
