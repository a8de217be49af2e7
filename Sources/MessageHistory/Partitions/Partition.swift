/// The records of some conversations, as they were decoded.
///
/// They lie with the workers that decoded them, in memory or, of a history that does not fit, in
/// files. They are settled, that is sorted in reading order and rid of duplicates, each time they are
/// walked over, some conversations at a time: those are still in the cache when they are counted,
/// and need no room beside what was decoded. One worker at a time walks over a partition.
package final class Partition: @unchecked Sendable {
  private enum Storage {
    case memory([PartitionedRecords])
    case files([SpilledRecords])
    /// They were given up.
    case none
  }

  private let number: Int
  private var storage: Storage

  /// What the workers hold of a partition in memory.
  init(_ number: Int, in workers: [PartitionedRecords]) {
    self.number = number
    storage = .memory(workers)
  }

  /// What lies of a partition in the workers' files.
  init(_ number: Int, in files: [SpilledRecords]) {
    self.number = number
    storage = .files(files)
  }

  /// Gives the records' room in memory or in files back; the partition is empty from then on.
  ///
  /// - Parameter release: of the memory that the records lie in.
  func release(by release: inout PageRelease) {
    switch storage {
    case .memory(let workers): for worker in workers { worker.release(number, by: &release) }
    case .files(let files): for file in files { file.giveUp(number) }
    case .none: break
    }
    storage = .none
  }

  // MARK: Looking at the records

  /// Calls `body` with all records, settled, which are valid during the call, those of some whole
  /// conversations at a time.
  ///
  /// - Parameters:
  ///   - reader: settles them.
  ///   - body: what to do with them.
  /// - Throws: where they cannot be read back, or an input is not as it was.
  func withRecords(
    by reader: inout PartitionReader, _ body: (SettledRows) -> Void
  ) throws(MessageHistoryError) {
    switch storage {
    case .memory(let workers): try reader.withRecords(of: number, in: workers, body)
    case .files(let files): try reader.withRecords(of: number, in: files, body)
    case .none: break
    }
  }

  /// Calls `body` with all conversations, some at a time, in an order that means nothing.
  ///
  /// - Parameters:
  ///   - traits: all of the history.
  ///   - reader: settles them.
  ///   - body: gets the conversations, which are valid during the call.
  /// - Throws: as `withRecords`.
  func withConversations(
    traits: TraitsView, by reader: inout PartitionReader, _ body: (Conversations) -> Void
  ) throws(MessageHistoryError) {
    try withRecords(by: &reader) { body(Conversations(rows: $0, traits: traits)) }
  }
}
