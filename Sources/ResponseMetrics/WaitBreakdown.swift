import MessageHistory

/// Figures that wait rows add up to in many groups at once.
///
/// All rows pass twice, so that no breakdown keeps any of them: once to be counted, once in the order
/// of their waits.
protocol WaitBreakdown: Sendable {
  /// Counts rows that pass in any order.
  mutating func count(_ rows: UnsafeBufferPointer<WaitRow>)
  /// All rows are counted; next they pass again.
  mutating func beginOrder()
  /// Takes rows none of which waited shorter than one before it.
  mutating func note(_ rows: UnsafeBufferPointer<WaitRow>)
}

extension WaitBreakdown {
  /// Lets all rows pass.
  consuming func taking(
    _ waits: borrowing SortedRuns<WaitRow>
  ) throws(MessageHistoryError) -> Self {
    var breakdown = self
    try waits.forEachBlock { breakdown.count($0) }
    breakdown.beginOrder()
    try waits.forEachBlockInOrder { breakdown.note($0) }
    return breakdown
  }
}

/// Two breakdowns for which rows are put in order together.
struct BreakdownPair<First: WaitBreakdown, Second: WaitBreakdown>: WaitBreakdown {
  var first: First
  var second: Second

  mutating func count(_ rows: UnsafeBufferPointer<WaitRow>) {
    first.count(rows)
    second.count(rows)
  }

  mutating func beginOrder() {
    first.beginOrder()
    second.beginOrder()
  }

  mutating func note(_ rows: UnsafeBufferPointer<WaitRow>) {
    first.note(rows)
    second.note(rows)
  }
}
