/// The settled records of some conversations: sorted in reading order, without duplicates.
///
/// They lie in memory or, of a history that does not fit, in the workers' files, from where they
/// are read each time. One worker settles a partition, later one at a time walks over it; nobody
/// writes after that.
package final class Partition: @unchecked Sendable {
  private enum Storage {
    /// In blocks, each of whole conversations, of some pages.
    case memory([SettledBlock], RecordPages)
    /// At the front of the stretches that the partition has in the files, one after the other.
    case files([SpilledRecords], number: Int)
    /// They were given up.
    case none
  }

  private var storage: Storage
  /// How many records are left after deduplication.
  package private(set) var count: Int

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
    count = kept.reduce(0) { $0 + $1.count }
    for worker in workers { worker.release(number, to: &settling.supply) }
  }

  /// Settles what lies of a partition in the workers' files, and writes it back there.
  ///
  /// - Parameters:
  ///   - number: the partition's.
  ///   - files: all workers'.
  ///   - settling: the worker's, which sums up.
  ///   - rooms: memory for the records as they were read and as they are settled.
  /// - Throws: `MessageHistoryError` where an input is not as it was, or a file fails.
  init(
    _ number: Int, in files: [SpilledRecords], by settling: inout PartitionSettling,
    rooms: (read: RecordRoom, settled: RecordRoom)
  ) throws(MessageHistoryError) {
    storage = .files(files, number: number)
    let total = files.reduce(0) { $0 + $1.count(in: number) }
    count = total
    let read = rooms.read.records(total)
    try fill(read, from: files, number)
    var settled = SettledBlocks(first: rooms.settled.records(total))
    try settling.settle([read], into: &settled)
    // The room is for all of them, so that there is one block.
    let kept = settled.blocks()[0]
    count = kept.count
    try write(UnsafeRawBufferPointer(kept.records))
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
    count = 0
  }

  // MARK: Files

  /// Fills `records` from the front of the partition's stretches.
  private func fill(
    _ records: UnsafeMutableBufferPointer<MessageRecord>, from files: [SpilledRecords],
    _ number: Int
  ) throws(MessageHistoryError) {
    var rest = UnsafeMutableRawBufferPointer(records)
    for file in files {
      for stretch in file.stretches(of: number) where !rest.isEmpty {
        let part = stretch.prefix(rest.count)
        try file.read(part, into: UnsafeMutableRawBufferPointer(rebasing: rest[..<part.count]))
        rest = UnsafeMutableRawBufferPointer(rebasing: rest[part.count...])
      }
    }
  }

  private func write(_ bytes: UnsafeRawBufferPointer) throws(MessageHistoryError) {
    guard case .files(let files, let number) = storage else { return }
    var rest = bytes
    for file in files {
      for stretch in file.stretches(of: number) where !rest.isEmpty {
        let part = UnsafeRawBufferPointer(rebasing: rest.prefix(stretch.count))
        try file.write(part, to: stretch)
        rest = UnsafeRawBufferPointer(rebasing: rest[part.count...])
      }
    }
  }

  // MARK: Looking at the records

  /// Calls `body` with all records, which are valid during the call, those of some whole
  /// conversations at a time.
  ///
  /// - Parameters:
  ///   - room: memory for what lies in files.
  ///   - body: what to do with them.
  /// - Throws: `MessageHistoryError` where they cannot be read back.
  func withRecords(
    in room: RecordRoom, _ body: (UnsafeBufferPointer<MessageRecord>) -> Void
  ) throws(MessageHistoryError) {
    switch storage {
    case .memory(let blocks, _):
      for block in blocks { body(block.records) }
    case .files(let files, let number):
      let records = room.records(count)
      try fill(records, from: files, number)
      body(UnsafeBufferPointer(records))
    case .none: break
    }
  }

  /// Calls `body` with all conversations, some at a time, in an order that means nothing.
  ///
  /// - Parameters:
  ///   - traits: all of the history.
  ///   - room: memory for what lies in files.
  ///   - body: gets the conversations, which are valid during the call.
  /// - Throws: `MessageHistoryError` where the records cannot be read back.
  func withConversations(
    traits: TraitsView, in room: RecordRoom, _ body: (Conversations) -> Void
  ) throws(MessageHistoryError) {
    try withRecords(in: room) { body(Conversations(records: $0, traits: traits)) }
  }
}
