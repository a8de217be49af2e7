/// How much memory a run may take for what grows with its messages, and how its parts share it.
///
/// What does not grow with them (buffers, tables of names, documents) comes on top of it. Past its
/// share a part writes what it holds into temporary files; results are the same at any budget.
package struct MemoryBudget: Sendable, Equatable {
  /// In bytes.
  package let bytes: Int

  package init(bytes: Int) {
    self.bytes = bytes
  }

  /// No part ever writes anything into temporary files.
  package static let unbounded = MemoryBudget(bytes: .max)

  /// The records of messages, of all workers together: they are most by far.
  package var records: Int { bytes / 2 }

  /// The facts that figures are made of, of all workers together.
  ///
  /// - Parameter recordsAreInFiles: whether the records' share is free by then.
  /// - Returns: bytes.
  package func facts(recordsAreInFiles: Bool) -> Int {
    recordsAreInFiles ? bytes / 8 * 5 : bytes / 4
  }

  /// The rows of openers.csv and conversations.csv before they are in order: a quarter of it beside the
  /// facts, all of it once these are counted.
  ///
  /// - Parameter recordsAreInFiles: whether the records' share is free by then.
  /// - Returns: bytes.
  package func listings(recordsAreInFiles: Bool) -> Int {
    recordsAreInFiles ? bytes / 2 : bytes / 8
  }
}
