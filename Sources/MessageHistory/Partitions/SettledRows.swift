/// The rows of some whole conversations, settled, one conversation after another.
///
/// A view into a partition: valid only during the call that hands it out.
package struct SettledRows {
  package let records: UnsafeBufferPointer<MessageRecord>
  /// Index of the first row of each conversation, and behind them the number of rows.
  package let starts: UnsafeBufferPointer<Int32>

  package init(
    records: UnsafeBufferPointer<MessageRecord>, starts: UnsafeBufferPointer<Int32>
  ) {
    self.records = records
    self.starts = starts
  }

  /// Calls `body` with the rows of each conversation, in their order.
  func forEach(_ body: (UnsafeBufferPointer<MessageRecord>) -> Void) {
    for (start, end) in zip(starts, starts.dropFirst()) {
      body(UnsafeBufferPointer(rebasing: records[Int(start)..<Int(end)]))
    }
  }
}
