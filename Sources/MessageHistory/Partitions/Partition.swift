/// The settled records of some conversations: sorted in reading order, without duplicates.
///
/// They lie in memory or, of a history that does not fit, in the workers' files, from where they
/// are read each time. One worker settles a partition, later one at a time walks over it; nobody
/// writes after that.
package final class Partition: @unchecked Sendable {
  private enum Storage {
    /// The room may be greater than what is left of the records.
    case memory(UnsafeMutableBufferPointer<MessageRecord>)
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
    let total = blocks.reduce(0) { $0 + $1.count }
    let memory = PageMemory.allocate(total)
    storage = .memory(memory)
    count = total
    count = try settling.settle(
      blocks, into: UnsafeMutableBufferPointer(rebasing: memory[..<total]))
    for worker in workers { worker.release(number) }
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
    let settled = rooms.settled.records(total)
    count = try settling.settle([read], into: settled)
    try write(UnsafeRawBufferPointer(UnsafeMutableBufferPointer(rebasing: settled[..<count])))
  }

  deinit {
    release()
  }

  /// Gives the records' memory, or its hold of the files, back; the partition is empty from then on.
  func release() {
    if case .memory(let records) = storage { PageMemory.deallocate(records) }
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

  /// Calls `body` with all records, which are valid during the call.
  ///
  /// - Parameters:
  ///   - room: memory for what lies in files.
  ///   - body: what to do with them.
  /// - Returns: what `body` does.
  /// - Throws: `MessageHistoryError` where they cannot be read back.
  func withRecords<Result>(
    in room: RecordRoom, _ body: (UnsafeBufferPointer<MessageRecord>) -> Result
  ) throws(MessageHistoryError) -> Result {
    switch storage {
    case .memory(let records):
      return body(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(records)[..<count]))
    case .files(let files, let number):
      let records = room.records(count)
      try fill(records, from: files, number)
      return body(UnsafeBufferPointer(records))
    case .none:
      return body(UnsafeBufferPointer(start: nil, count: 0))
    }
  }

  /// Calls `body` with all conversations, in an order that means nothing.
  ///
  /// - Parameters:
  ///   - traits: all traits, by index.
  ///   - room: memory for what lies in files.
  ///   - body: gets the conversations, which are valid during the call.
  /// - Throws: `MessageHistoryError` where the records cannot be read back.
  func withConversations(
    traits: UnsafeBufferPointer<MessageTraits>, in room: RecordRoom, _ body: (Conversations) -> Void
  ) throws(MessageHistoryError) {
    try withRecords(in: room) { body(Conversations(records: $0, traits: traits)) }
  }
}
