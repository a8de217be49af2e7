import MessageHistory

/// What a tally's rows add up to, made by two workers at once where there are two.
struct MadeFigures: Sendable {
  let slices: SliceBreakdown.Figures
  let hours: HourBreakdown.Figures
  let employees: EmployeeBreakdown.Figures
  let trends: [TrendFigures]
  /// By slice.
  let newContacts: [Int]

  private typealias FirstHalf = (
    slices: SliceBreakdown.Figures, trends: [TrendFigures], hours: HourBreakdown.Figures,
    newContacts: [Int]
  )
  private typealias SecondHalf = (employees: EmployeeBreakdown.Figures, newContacts: [Int])

  /// - Parameters:
  ///   - tally: all that was counted, with its rows, which are put in order where they lie.
  ///   - rules: those of the tally.
  ///   - trends: the steps that openers are broken down by.
  ///   - workers: how many work at once.
  /// - Throws: where rows beyond the memory could not be written or read.
  init(
    of tally: inout HistoryTally, rules: MetricRules, trends: [Trend], workers: Int
  ) throws(MessageHistoryError) {
    let counts = try tally.waits.putInOrder(
      workers: workers,
      from: WaitCounts(rules: rules, trends: trends, ledger: tally.employees)
    ) {
      $0.count($1)
    }.reduce(into: WaitCounts(rules: rules, trends: trends, ledger: tally.employees), +=)
    let tally = tally
    // The halves take about as long; who is done first counts contacts, and then the other helps.
    let (slices, buckets) = (rules.slices.count, WorkCounter(count: tally.contacts.bucketCount))
    let halves = sideBySide(workers: workers) {
      Result { () throws(MessageHistoryError) -> FirstHalf in
        var pair = BreakdownPair(
          SliceBreakdown(of: counts, rules: rules),
          OpenersAlone(
            BreakdownPair(
              TrendBreakdown(trends, of: counts, rules: rules),
              HourBreakdown(of: counts, rules: rules))))
        try pair.take(tally.waits)
        let openers = pair.second.breakdown
        return (
          pair.first.figures, openers.first.figures, openers.second.figures,
          try NewContacts.counts(among: tally.contacts, slices: slices, in: buckets)
        )
      }
    } _: {
      Result { () throws(MessageHistoryError) -> SecondHalf in
        var breakdown = EmployeeBreakdown(ledger: tally.employees, of: counts, rules: rules)
        try breakdown.take(tally.waits)
        return (
          breakdown.figures(tally, rules: rules),
          try NewContacts.counts(among: tally.contacts, slices: slices, in: buckets)
        )
      }
    }
    let first = try halves.0.get()
    self.slices = first.slices
    self.trends = first.trends
    hours = first.hours
    let second = try halves.1.get()
    employees = second.employees
    newContacts = zip(first.newContacts, second.newContacts).map(+)
  }
}
