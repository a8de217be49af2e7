/// The settled records of some conversations: sorted in reading order, without duplicates.
///
/// One worker settles it, later one walks over it; nobody writes after that.
package final class Partition: @unchecked Sendable {
  private var records: UnsafeMutableBufferPointer<MessageRecord>
  /// How many of the records are left after deduplication.
  package private(set) var count: Int

  /// Moves the workers' records of a partition together, those of a conversation close to one
  /// another.
  ///
  /// - Parameters:
  ///   - workers: all workers' records; those of the partition are given up.
  ///   - partition: its number.
  ///   - partitionBits: how many leading bits of the conversation's hash make that number.
  init(draining workers: [PartitionedRecords], partition: Int, partitionBits: Int) {
    let total = workers.reduce(0) { $0 + $1.count(in: partition) }
    records = PageMemory.allocate(total)
    count = total
    scatter(workers, partition, shift: UInt64(64 - partitionBits - Self.bucketBits))
    for worker in workers { worker.release(partition) }
  }

  private static let bucketBits = 12

  /// A counting sort by the next bits of the hash, so that sorting has a few rows at a time.
  private func scatter(_ workers: [PartitionedRecords], _ partition: Int, shift: UInt64) {
    var next = [Int32](repeating: 0, count: 1 << Self.bucketBits + 1)
    let mask = UInt64(1 << Self.bucketBits - 1)
    for worker in workers {
      worker.forEachBlock(in: partition) { block in
        for record in block { next[Int(record.conversation >> shift & mask) + 1] += 1 }
      }
    }
    for bucket in 1..<next.count { next[bucket] += next[bucket - 1] }
    for worker in workers {
      worker.forEachBlock(in: partition) { block in
        for record in block {
          let bucket = Int(record.conversation >> shift & mask)
          records.initializeElement(at: Int(next[bucket]), to: record)
          next[bucket] += 1
        }
      }
    }
    sortBuckets(ends: next)
  }

  /// - Parameter ends: by bucket, one past its last record.
  private func sortBuckets(ends: [Int32]) {
    var start = 0
    for end in ends.dropLast() {
      var bucket = UnsafeMutableBufferPointer(rebasing: records[start..<Int(end)])
      if bucket.count > Self.insertionLimit {
        bucket.sort { $0.precedes($1) }
      } else {
        Self.insertionSort(&bucket)
      }
      start = Int(end)
    }
  }

  /// Up to here moving rows one by one is faster; exports mostly come in the order of time.
  private static let insertionLimit = 48

  private static func insertionSort(_ rows: inout UnsafeMutableBufferPointer<MessageRecord>) {
    guard rows.count > 1 else { return }
    for index in 1..<rows.count where rows[index].precedes(rows[index - 1]) {
      let row = rows[index]
      var place = index
      while place > 0, row.precedes(rows[place - 1]) {
        rows[place] = rows[place - 1]
        place -= 1
      }
      rows[place] = row
    }
  }

  deinit {
    PageMemory.deallocate(records)
  }

  /// Gives the records' memory back; the partition is empty from then on.
  func release() {
    PageMemory.deallocate(records)
    records = UnsafeMutableBufferPointer(start: nil, count: 0)
    count = 0
  }

  /// Removes duplicates and settles the order of equal instants.
  func settle(order: inout ReadingOrder) throws(MessageHistoryError) -> DuplicateCounts {
    let all = UnsafeMutableBufferPointer(rebasing: records[..<count])
    var deduplication = Deduplication()
    var written = 0
    var start = 0
    while start < all.count {
      var end = start + 1
      while end < all.count, all[end].isOfSameConversation(as: all[start]) { end += 1 }
      let conversation = UnsafeMutableBufferPointer(rebasing: all[start..<end])
      let kept = deduplication.removeDuplicates(conversation)
      let settled = UnsafeMutableBufferPointer(rebasing: conversation[..<kept])
      try order.settleTies(settled)
      if written != start {
        for index in 0..<kept { all[written + index] = all[start + index] }
      }
      written += kept
      start = end
    }
    count = written
    return deduplication.counts
  }

  /// Calls `body` with each conversation, in an order that means nothing.
  package func forEachConversation(
    traits: UnsafeBufferPointer<MessageTraits>, _ body: (Conversation) throws -> Void
  ) rethrows {
    let all = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(records)[..<count])
    var start = 0
    while start < all.count {
      var end = start + 1
      while end < all.count, all[end].isOfSameConversation(as: all[start]) { end += 1 }
      try body(
        Conversation(records: UnsafeBufferPointer(rebasing: all[start..<end]), traits: traits))
      start = end
    }
  }

  /// Calls `body` with all records.
  func withRecords<Result>(_ body: (UnsafeBufferPointer<MessageRecord>) -> Result) -> Result {
    body(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(records)[..<count]))
  }
}
