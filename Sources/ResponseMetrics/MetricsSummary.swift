package import MessageHistory

/// All figures of a report but the listings, by page index and for all pages together.
package struct MetricsSummary: Sendable {
  package let rules: MetricRules
  /// What was counted, without the rows that figures were made of.
  package private(set) var tally: HistoryTally
  /// By page index, chosen or not.
  package let pages: [SliceFigures]
  package let total: SliceFigures
  /// By slice index.
  package let slices: [SliceFigures]
  package let trends: [TrendFigures]
  /// The figures of the 168 hours of the week: by page index, and last for all pages.
  package let heatMap: [[HourFigures]]
  /// The waiting of the 168 hours of the week, from Monday 0:00 by the report's clock: by page
  /// index, and last for all chosen pages.
  package let hourWaits: [[HourWaits]]
  /// By slice index, then by page index, and last of all pages: of the compared period.
  private let comparedOpeners: [OpenerFigures]
  /// As `comparedOpeners`: what other programs' rules make of the period.
  private let otherRuleSets: [[RuleSetFigures]]
  private let employees: EmployeeBreakdown.Figures
  /// How many work at once.
  package let workers: Int

  /// - Parameters:
  ///   - tally: all workers' tallies, merged.
  ///   - rules: those of the tally.
  ///   - trends: the steps that openers are broken down by.
  ///   - workers: how many work at once.
  /// - Throws: where rows beyond the memory could not be written or read.
  package init(
    tally: consuming HistoryTally, rules: MetricRules, trends: [Trend] = [], workers: Int = 1
  ) throws(MessageHistoryError) {
    var counted = tally
    counted.closeRows()
    let made = try MadeFigures(of: &counted, rules: rules, trends: trends, workers: workers)
    counted.dropRows()
    for (slice, count) in made.newContacts.enumerated() {
      counted.slices[slice].newContacts += count
    }
    let scopes = made.slices.scopes(counted, rules: rules)
    slices = Array(scopes[..<rules.slices.count])
    pages = Array(scopes[rules.slices.count...].dropLast())
    total = scopes[scopes.count - 1]
    comparedOpeners = made.slices.comparedOpeners
    otherRuleSets = made.slices.ruleSets(counted, rules: rules)
    self.rules = rules
    self.workers = workers
    employees = made.employees
    self.trends = made.trends
    heatMap = made.hours.openers
    hourWaits = made.hours.waits
    self.tally = counted
  }

  /// Lets go of the openers by which badges are judged, once all are: no badge may be asked for then.
  package mutating func dropBadgeOpeners() { tally.dropBadgeOpeners() }

  // MARK: Breakdowns

  /// The employees' figures of one page, or of all for nil, in no order.
  package func employees(onPage page: Int?) -> [EmployeeFigures] {
    page.map { employees.pages[$0] ?? [] } ?? employees.total
  }

  /// The changes against the compared period, by page index, and last for all pages.
  package func changes() -> [[PeriodChange]] {
    let hasCompared = rules.comparedPeriod != nil
    let now = pages + [total]
    let before = comparedOpeners[rules.slices.count...]
    return zip(now, before).map { this, before in
      PeriodChange.Metric.allCases.map {
        PeriodChange($0, this: this.openers, before: hasCompared ? before : nil)
      }
    }
  }

  // MARK: Rule sets

  /// What the other programs' rules make of a page, or of all for nil; without `facebook`, whose
  /// sample is the badge's.
  package func ruleSets(onPage page: Int?) -> [RuleSetFigures] {
    let ours = page.map { pages[$0].openers } ?? total.openers
    return [
      RuleSetFigures(
        rules: .replymeter, count: ours.openers, times: ours.firstResponse,
        responseRate: ours.responseRate)
    ] + otherRuleSets[rules.slices.count + (page ?? pages.count)]
  }

  // MARK: Badge

  /// The instants of a page's badge rows: for each date of the period that begins at or before
  /// as-of the earlier of its end and as-of, and as-of itself.
  package static func badgeInstants(
    period: Period, asOf: Instant, clock: LocalClock
  ) -> [Instant] {
    var instants: [Instant] = []
    var date = period.from
    while date < period.to, clock.midnight(of: date) <= asOf {
      instants.append(min(clock.midnight(of: date.adding(days: 1)), asOf))
      date = date.adding(days: 1)
    }
    if instants.contains(asOf) { return instants }
    let position = instants.partitioningIndex { $0 > asOf }
    instants.insert(asOf, at: position)
    return instants
  }
}
