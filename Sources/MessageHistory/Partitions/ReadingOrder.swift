/// Settles the order of rows of equal instant and class, by what their cells say.
///
/// Then message id, sender (id, else name), direction, kind, sender id, sender name, contact id,
/// contact name, assignee, status and tag decide, each by bytes and an empty one first; then the
/// rating, none first. Such rows are rare, so their cells are fetched instead of kept.
/// Source: metrics.md, section 2.
struct ReadingOrder {
  private var rows: RowFetcher

  init(rows: RowFetcher) {
    self.rows = rows
  }

  /// - Parameter conversation: sorted by instant and class.
  /// - Throws: `MessageHistoryError` where an input is not as it was.
  mutating func settleTies(
    _ conversation: UnsafeMutableBufferPointer<MessageRecord>
  ) throws(MessageHistoryError) {
    var start = 0
    while start < conversation.count {
      var end = start + 1
      while end < conversation.count, conversation[end].moment == conversation[start].moment {
        end += 1
      }
      if end - start > 1 {
        try settle(UnsafeMutableBufferPointer(rebasing: conversation[start..<end]))
      }
      start = end
    }
  }

  private mutating func settle(
    _ tied: UnsafeMutableBufferPointer<MessageRecord>
  ) throws(MessageHistoryError) {
    var keyed: [(key: [[UInt8]], record: MessageRecord)] = []
    keyed.reserveCapacity(tied.count)
    for record in tied { keyed.append((try rows.orderKey(at: record.place), record)) }
    keyed.sort { left, right in
      for (leftCell, rightCell) in zip(left.key, right.key) where leftCell != rightCell {
        return leftCell.lexicographicallyPrecedes(rightCell)
      }
      return left.record.place < right.record.place
    }
    for index in keyed.indices { tied[index] = keyed[index].record }
  }
}
