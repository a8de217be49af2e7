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
    slices: SliceBreakdown.Figures, hours: HourBreakdown.Figures, trends: [TrendFigures]
  )
  private typealias SecondHalf = (employees: EmployeeBreakdown.Figures, newContacts: [Int])

  /// - Parameters:
  ///   - tally: all that was counted, with its rows.
  ///   - rules: those of the tally.
  ///   - trends: the steps that openers are broken down by.
  ///   - workers: how many work at once.
  /// - Throws: where rows beyond the memory could not be written or read.
  init(
    of tally: HistoryTally, rules: MetricRules, trends: [Trend], workers: Int
  ) throws(MessageHistoryError) {
    // The halves take about as long. Each puts the rows in order for itself, which costs less than
    // going through them in step would.
    let halves = sideBySide(workers: workers) {
      Result { () throws(MessageHistoryError) -> FirstHalf in
        var pair = BreakdownPair(
          SliceBreakdown(rules: rules),
          OpenersOnly(
            BreakdownPair(HourBreakdown(rules: rules), TrendBreakdown(trends, rules: rules))))
        try pair.take(tally.waits)
        return (
          pair.first.figures, pair.second.breakdown.first.figures,
          pair.second.breakdown.second.figures
        )
      }
    } _: {
      Result { () throws(MessageHistoryError) -> SecondHalf in
        var employees = EmployeeBreakdown(ledger: tally.employees, rules: rules)
        try employees.take(tally.waits)
        let contacts = try NewContacts(among: tally.contacts, slices: rules.slices.count)
        return (employees.figures(tally, rules: rules), contacts.counts)
      }
    }
    let first = try halves.0.get()
    slices = first.slices
    hours = first.hours
    self.trends = first.trends
    let second = try halves.1.get()
    employees = second.employees
    newContacts = second.newContacts
  }
}
