package import MessageHistory
package import ResponseMetrics

/// The counts by which a reader sees what became of every row.
package struct QualityFigures: Sendable, Equatable {
  package var totals: InputCounts
  package var duplicates: DuplicateCounts
  package var kept: KeptRows
  /// Inputs whose rows are tickets, of which no reply but the first is known.
  package var ticketInputs: Int

  package init(
    totals: InputCounts, duplicates: DuplicateCounts, kept: KeptRows, ticketInputs: Int = 0
  ) {
    self.ticketInputs = ticketInputs
    self.totals = totals
    self.duplicates = duplicates
    self.kept = kept
  }

  /// All rejected rows.
  package var rejected: Int { totals.rejectedByReason.reduce(0, +) }

  /// Share of human outbound messages with a non-blank employee key; nil without any.
  package var employeeShare: Fraction? {
    Fraction(kept.outboundHumanWithEmployee, over: kept.outboundHuman)
  }
}
