package import MessageHistory

/// All figures of a report but the listings, by page index and for all pages together.
package struct MetricsSummary: Sendable {
  package let rules: MetricRules
  package let tally: HistoryTally
  /// By page index, chosen or not.
  package let pages: [SliceFigures]
  package let total: SliceFigures
  /// By slice index.
  package let slices: [SliceFigures]
  /// By policy: the indexes of its openers by page.
  private let badgeOpenersByPage: [Grouping]
  /// By page index, and last of all chosen pages.
  private let otherRuleSets: [[RuleSetFigures]]
  /// By page index, in no order.
  private let employeesByPage: [Int: [EmployeeFigures]]
  private let employeesOfAllPages: [EmployeeFigures]
  private let table: OpenerTable
  private let comparedTable: OpenerTable
  private let pageCount: Int
  /// How many work at once.
  package let workers: Int

  /// - Parameters:
  ///   - tally: all workers' tallies, merged.
  ///   - rules: those of the tally.
  ///   - workers: how many work at once.
  package init(tally: HistoryTally, rules: MetricRules, workers: Int = 1) {
    let facts = SortedFacts(tally, rules: rules, workers: workers)
    let counted = tally.keepingListed(facts)
    let (slices, people) = sideBySide(workers: workers) {
      SlicePart(tally: counted, facts: facts, rules: rules)
    } _: {
      PeoplePart(tally: counted, facts: facts, rules: rules)
    }
    self.tally = counted
    self.rules = rules
    self.workers = workers
    pageCount = rules.officeHours.count
    table = facts.openers
    comparedTable = facts.comparedOpeners
    otherRuleSets = facts.ruleSets
    pages = slices.pages
    self.slices = slices.slices
    total = slices.total
    employeesByPage = people.byPage
    employeesOfAllPages = people.ofAllPages
    badgeOpenersByPage = people.badgeOpeners
  }

  /// The figures of pages, channels and all together.
  private struct SlicePart: Sendable {
    let pages: [SliceFigures]
    let slices: [SliceFigures]
    let total: SliceFigures

    init(tally: HistoryTally, facts: SortedFacts, rules: MetricRules) {
      let breakdown = SliceBreakdown(tally: tally, facts: facts)
      let hasSchedule = rules.officeHours.map { $0 != nil }
      pages = breakdown.figures(
        groups: rules.officeHours.count, ofSlices: rules.slices.map(\.page),
        hasSchedule: hasSchedule)
      slices = breakdown.figures(
        groups: rules.slices.count, ofSlices: rules.slices.indices.map { $0 },
        hasSchedule: rules.slices.map { hasSchedule[$0.page] })
      total =
        breakdown.figures(
          groups: 1, ofSlices: rules.slices.map { rules.isPageChosen[$0.page] ? 0 : -1 },
          hasSchedule: [
            hasSchedule.indices.contains { hasSchedule[$0] && rules.isPageChosen[$0] }
          ]
        )[0]
    }
  }

  /// The employees' figures, and the badges' openers by page.
  private struct PeoplePart: Sendable {
    let byPage: [Int: [EmployeeFigures]]
    let ofAllPages: [EmployeeFigures]
    let badgeOpeners: [Grouping]

    init(tally: HistoryTally, facts: SortedFacts, rules: MetricRules) {
      let employees = EmployeeBreakdown(tally: tally, facts: facts, rules: rules)
      byPage = Dictionary(grouping: employees.figures(byPage: true)) { $0.page ?? 0 }
      ofAllPages = employees.figures(byPage: false)
      badgeOpeners = tally.badgeOpeners.map { openers in
        Grouping(openers.indices, groups: rules.officeHours.count) {
          rules.slices[Int(openers[$0].slice)].page
        }
      }
    }
  }

  private func page(of row: OpenerRow) -> Int { rules.slices[Int(row.slice)].page }

  private func isChosen(_ row: OpenerRow) -> Bool { rules.isPageChosen[page(of: row)] }

  // MARK: Breakdowns

  /// The employees' figures of one page, or of all for nil, in no order.
  package func employees(onPage page: Int?) -> [EmployeeFigures] {
    page.map { employeesByPage[$0] ?? [] } ?? employeesOfAllPages
  }

  /// The figures of each step of a trend: by page index, and last for all pages.
  package func trend(_ trend: Trend) -> [[OpenerFigures]] {
    let steps = trend.starts.count
    let byPage = table.figures(groups: pageCount * steps) { row in
      trend.index(of: row.instant).map { page(of: row) * steps + $0 } ?? -1
    }
    let total = table.figures(groups: steps) {
      isChosen($0) ? trend.index(of: $0.instant) ?? -1 : -1
    }
    return (0..<pageCount).map { Array(byPage[$0 * steps..<($0 + 1) * steps]) } + [total]
  }

  /// The figures of the 168 hours of the week: by page index, and last for all pages.
  package func heatMap() -> [[OpenerFigures]] {
    let hours = 168
    let byPage = table.figures(groups: pageCount * hours) { row in
      page(of: row) * hours + rules.clock.weekdayAndHour(at: row.instant).hourOfWeek
    }
    let total = table.figures(groups: hours) {
      isChosen($0) ? rules.clock.weekdayAndHour(at: $0.instant).hourOfWeek : -1
    }
    return (0..<pageCount).map { Array(byPage[$0 * hours..<($0 + 1) * hours]) } + [total]
  }

  /// The changes against the compared period, by page index, and last for all pages.
  package func changes() -> [[PeriodChange]] {
    let hasCompared = rules.comparedPeriod != nil
    let before = comparedTable.figures(groups: pageCount) { page(of: $0) }
    let totalBefore = comparedTable.figures(groups: 1) { isChosen($0) ? 0 : -1 }[0]
    let pairs = zip(pages, before).map { ($0.openers, $1) } + [(total.openers, totalBefore)]
    return pairs.map { this, before in
      PeriodChange.Metric.allCases.map {
        PeriodChange($0, this: this, before: hasCompared ? before : nil)
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
    ] + otherRuleSets[page ?? pageCount]
  }

  // MARK: Badge

  /// A page's openers under a policy, ready for verdicts.
  ///
  /// - Parameters:
  ///   - policy: the policy's index in the rules.
  ///   - page: the page's index.
  ///   - conversationPrecedes: the order of two openers of one instant, by channel and
  ///     conversation id.
  /// - Returns: the page's badge at any instant.
  package func badge(
    policy: Int, page: Int,
    conversationPrecedes: @escaping (BadgeOpener, BadgeOpener) throws -> Bool
  ) -> BadgeHistory {
    let index = rules.badgeOpenersIndex(ofPolicy: policy)
    let all = tally.badgeOpeners[index]
    let openers = badgeOpenersByPage[index][page].lazy.map { all[$0] }
      .filter { rules.slices[Int($0.slice)].isJudged[policy] }
    return BadgeHistory(
      policy: rules.policies[policy], openers: openers,
      conversationPrecedes: conversationPrecedes)
  }

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
