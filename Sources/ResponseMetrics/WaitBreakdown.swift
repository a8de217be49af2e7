import MessageHistory

/// Figures that wait rows add up to in many groups at once.
///
/// All rows pass twice, so that no breakdown keeps any of them: once to be counted (`WaitCounts`), once
/// in the order of their waits.
protocol WaitBreakdown: ~Copyable {
  /// Takes rows none of which waited shorter than one before it.
  mutating func note(_ rows: UnsafeBufferPointer<WaitRow>)
  /// All rows that waited as long as the next of `ResponseThreshold` have passed, and no others:
  /// how many were answered within it is how many have passed.
  mutating func reachThreshold()
}

extension WaitBreakdown where Self: ~Copyable {
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
{
  var first: First
  var second: Second

  init(_ first: consuming First, _ second: consuming Second) {
    self.first = first
    self.second = second
  }

  mutating func note(_ rows: UnsafeBufferPointer<WaitRow>) {
    first.note(rows)
    second.note(rows)
  }

  mutating func reachThreshold() {
    first.reachThreshold()
    second.reachThreshold()
  }
}

/// Figures that openers alone add up to.
protocol OpenerBreakdown: ~Copyable {
  /// Takes openers none of which waited shorter than one before it.
  mutating func note(_ openers: OpenerRows)
  /// As that of `WaitBreakdown`.
  mutating func reachThreshold()
}

/// Two breakdowns of openers, which are found among the rows once for both.
struct OpenerBreakdownPair<First: OpenerBreakdown & ~Copyable, Second: OpenerBreakdown & ~Copyable>:
  WaitBreakdown, ~Copyable
{
  var first: First
  var second: Second

  init(_ first: consuming First, _ second: consuming Second) {
    self.first = first
    self.second = second
  }

  mutating func note(_ rows: UnsafeBufferPointer<WaitRow>) {
    OpenerRows.forEachBlock(in: rows) { openers in
      first.note(openers)
      second.note(openers)
    }
  }

  mutating func reachThreshold() {
    first.reachThreshold()
    second.reachThreshold()
  }
}
