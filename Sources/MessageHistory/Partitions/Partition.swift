/// The records of some conversations.
///
/// They lie in memory, settled: sorted in reading order, without duplicates. Or, of a history that
/// does not fit, in the workers' files as they were decoded, and are settled each time they are
/// read: writing them back would keep the device busy with as many bytes again. One worker at a
/// time walks over a partition.
package final class Partition: @unchecked Sendable {
  private enum Storage {
    /// In blocks, each of whole conversations, of some pages.
    case memory([SettledBlock], RecordPages)
    /// In the stretches that the partition has in the files.
    case files([SpilledRecords], number: Int)
    /// They were given up.
    case none
  }

  private var storage: Storage

  /// Settles what the workers hold of a partition in memory, and gives that up.
  ///
  /// - Throws: `MessageHistoryError` where an input is not as it was.
  init(
    _ number: Int, in workers: [PartitionedRecords], by settling: inout PartitionSettling
  ) throws(MessageHistoryError) {
    var blocks: [RecordBuffer.Block] = []
    for worker in workers { worker.forEachBlock(in: number) { blocks.append($0) } }
    var settled = SettledBlocks(first: settling.supply.takeBlock())
    try settling.settle(blocks, into: &settled)
    let kept = settled.blocks()
    storage = .memory(kept, settling.supply.pages)
    for worker in workers { worker.release(number, to: &settling.supply) }
  }

  /// What lies of a partition in the workers' files.
  init(_ number: Int, in files: [SpilledRecords]) {
    storage = .files(files, number: number)
  }

  /// The memory that its records lie in, with those of others; nil for one in files.
  var pages: RecordPages? {
    if case .memory(_, let pages) = storage { pages } else { nil }
  }

  /// Gives the records' memory, or its hold of the files, back; the partition is empty from then on.
  ///
  /// - Parameter release: of the memory that the records lie in.
  func release(by release: inout PageRelease) {
    if case .memory(let blocks, let pages) = storage {
      for block in blocks where !pages.keepSpare(block.room) { release.add(block.room) }
    }
    storage = .none
  }

  // MARK: Looking at the records

  /// Calls `body` with all records, settled, which are valid during the call, those of some whole
  /// conversations at a time.
  ///
  /// - Parameters:
  ///   - reader: settles what lies in files.
  ///   - body: what to do with them.
  /// - Throws: `MessageHistoryError` where they cannot be read back, or an input is not as it was.
  func withRecords(
    by reader: inout PartitionReader, _ body: (UnsafeBufferPointer<MessageRecord>) -> Void
  ) throws(MessageHistoryError) {
    switch storage {
    case .memory(let blocks, _):
      for block in blocks { body(block.records) }
    case .files(let files, let number): try reader.withRecords(of: number, in: files, body)
    case .none: break
    }
  }

  /// Calls `body` with all conversations, some at a time, in an order that means nothing.
  ///
  /// - Parameters:
  ///   - traits: all of the history.
  ///   - reader: settles what lies in files.
  ///   - body: gets the conversations, which are valid during the call.
  /// - Throws: as `withRecords`.
  func withConversations(
    traits: TraitsView, by reader: inout PartitionReader, _ body: (Conversations) -> Void
  ) throws(MessageHistoryError) {
    try withRecords(by: &reader) { body(Conversations(records: $0, traits: traits)) }
  }
}
