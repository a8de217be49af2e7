/// The settled records of some conversations: sorted in reading order, without duplicates.
///
/// One worker settles it, later one walks over it; nobody writes after that.
package final class Partition: @unchecked Sendable {
  private var records: UnsafeMutableBufferPointer<MessageRecord>
  /// How many of the records are left after deduplication.
  package private(set) var count: Int

  init(draining workers: [PartitionedRecords], partition: Int) {
    let total = workers.reduce(0) { $0 + $1.count(in: partition) }
    records = .allocate(capacity: total)
    count = total
    guard var next = records.baseAddress else { return }
    for worker in workers {
      let count = worker.count(in: partition)
      worker.drain(partition, into: next)
      next += count
    }
  }

  deinit {
    records.deallocate()
  }

  /// Gives the records' memory back; the partition is empty from then on.
  func release() {
    records.deallocate()
    records = UnsafeMutableBufferPointer(start: nil, count: 0)
    count = 0
  }

  /// Sorts, removes duplicates and settles the order of equal instants.
  func settle(order: inout ReadingOrder) throws(MessageHistoryError) -> DuplicateCounts {
    var all = UnsafeMutableBufferPointer(rebasing: records[..<count])
    all.sort { $0.precedes($1) }
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
