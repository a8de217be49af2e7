import MessageHistory

/// Figures that wait rows add up to in many groups at once.
///
/// All rows pass twice, so that no breakdown keeps any of them: once to be counted (`WaitCounts`), once
/// in the order of their waits.
protocol WaitBreakdown: ~Copyable {
  /// All rows, or the openers among them.
  associatedtype Rows

  /// Takes rows none of which waited shorter than one before it.
  mutating func note(_ rows: Rows)
  /// All rows that waited as long as the next of `ResponseThreshold` have passed, and no others:
  /// how many were answered within it is how many have passed.
  mutating func reachThreshold()
}

extension WaitBreakdown where Self: ~Copyable, Rows == UnsafeBufferPointer<WaitRow> {
  /// Lets all rows pass.
  mutating func take(_ waits: borrowing BucketedRows<WaitRow>) throws(MessageHistoryError) {
    var thresholds = ResponseThreshold.allCases[...]
    try waits.forEachBlockInOrder { rows in
      var rows = rows
      while let threshold = thresholds.first, let last = rows.last,
        last.wait > threshold.duration.count
      {
        let end = rows.partitioningIndex { $0.wait > threshold.duration.count }
        note(UnsafeBufferPointer(rebasing: rows[..<end]))
        reachThreshold()
        thresholds.removeFirst()
        rows = UnsafeBufferPointer(rebasing: rows[end...])
      }
      note(rows)
    }
    for _ in thresholds { reachThreshold() }
  }
}

/// Two breakdowns that rows pass together.
struct BreakdownPair<First: WaitBreakdown & ~Copyable, Second: WaitBreakdown & ~Copyable>:
  WaitBreakdown, ~Copyable
where First.Rows == Second.Rows {
  var first: First
  var second: Second

  init(_ first: consuming First, _ second: consuming Second) {
    self.first = first
    self.second = second
  }

  mutating func note(_ rows: First.Rows) {
    first.note(rows)
    second.note(rows)
  }

  mutating func reachThreshold() {
    first.reachThreshold()
    second.reachThreshold()
  }
}

/// A breakdown of openers alone, which are found among the rows once for all that take them.
struct OpenersAlone<Breakdown: WaitBreakdown & ~Copyable>: WaitBreakdown, ~Copyable
where Breakdown.Rows == OpenerRows {
  var breakdown: Breakdown

  init(_ breakdown: consuming Breakdown) {
    self.breakdown = breakdown
  }

  mutating func note(_ rows: UnsafeBufferPointer<WaitRow>) {
    OpenerRows.forEachBlock(in: rows) { breakdown.note($0) }
  }

  mutating func reachThreshold() { breakdown.reachThreshold() }
}
