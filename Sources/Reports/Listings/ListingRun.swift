import MessageHistory
import Synchronization

/// Rows of a listing with their texts in their order, in memory or in a temporary file.
enum ListingRun: Sendable {
  case held(HeldRun)
  case spooled(Spool, Range<Int>)
}

/// A run in memory: entries one behind the other in their order.
final class HeldRun: Sendable {
  /// Closed.
  let words: PieceList<UInt64>

  init(_ words: consuming PieceList<UInt64>) {
    words.close()
    self.words = words
  }
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
