import MessageHistory
import Synchronization

/// Rows of a listing with their texts in their order, in memory or in a temporary file.
enum ListingRun: Sendable {
  case held(HeldRun)
  case spooled(Spool, Range<Int>)
}

/// A run in memory: entries in the order in which they were made, and keys in that of the file.
final class HeldRun: Sendable {
  let words: OwnedList<UInt64>
  let keys: OwnedList<RunKey>
  /// What all ids begin with.
  let commonPrefix: CommonPrefix

  init(
    words: consuming OwnedList<UInt64>, keys: consuming OwnedList<RunKey>,
    commonPrefix: CommonPrefix
  ) {
    self.words = words
    self.keys = keys
    self.commonPrefix = commonPrefix
  }

  /// Where the entries begin.
  var entries: UnsafeRawPointer { UnsafeRawPointer(words.base) }
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
