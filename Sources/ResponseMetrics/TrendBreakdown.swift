import MessageHistory

/// The openers' figures of each step of some trends, by page and of all chosen pages together.
///
/// Of the rows that pass openers of the period alone count.
struct TrendBreakdown: WaitBreakdown, ~Copyable {
  private let scopes: ScopeNumbers
  private let trends: [Trend]
  private let days: TrendDays
  private let groups: TrendDays.Groups
  /// Groups are those of `TrendDays`.
  private var openers: PassingOpeners

  /// - Parameters:
  ///   - trends: the steps.
  ///   - rows: what is known of those that will pass.
  ///   - rules: those of the rows.
  init(_ trends: [Trend], of rows: WaitCounts, rules: MetricRules) {
    let scopes = ScopeNumbers(rules)
    self.scopes = scopes
    self.trends = trends
    days = TrendDays(trends, pages: scopes.pageCount)
    groups = days.groups
    let byDay = rows.days.openers()
    let (days, pageCount) = (days, scopes.pageCount)
    let byTrend = trends.map { trend in
      scopes.withTotals(
        Self.steps(of: trend, byDay, days, pages: pageCount), steps: trend.starts.count,
        from: OpenerCounts(), +=)
    }
    openers = PassingOpeners(
      counts: (0...pageCount).flatMap { page in
        zip(trends, byTrend).flatMap { trend, counts in
          counts[page * trend.starts.count..<(page + 1) * trend.starts.count]
        }
      }, longest: rows.longest, for: .allButInterval)
  }

  /// The counts of a trend's steps by page, added up from those of days.
  private static func steps(
    of trend: Trend, _ byDay: [OpenerCounts], _ days: TrendDays, pages: Int
  ) -> [OpenerCounts] {
    guard !trend.starts.isEmpty else { return [] }
    var steps = Array(repeating: OpenerCounts(), count: pages * trend.starts.count)
    for (place, counts) in byDay.enumerated() {
      let (page, day) = place.quotientAndRemainder(dividingBy: days.count)
      let step = trend.index(ofDay: days.days.lowerBound + day)
      steps[page * trend.starts.count + step] += counts
    }
    return steps
  }

  mutating func note(_ rows: OpenerRows) {
    guard days.count > 0 else { return }
    let (groups, scopes) = (groups.view, scopes.view)
    for index in 0..<rows.count {
      let row = rows[index]
      let kind = row.kind
      guard kind.isEligible else { continue }
      let (scope, wait) = (scopes[row], row.wait)
      openers.reach(wait)
      if kind.isAnswered {
        let passage = PassingTimes.Passage(wait)
        var reached = PassingTimes.Reached()
        groups.forEach(of: row, scope) { openers.passAnswered(passage, in: $0, &reached) }
        if reached.isAny {
          groups.forEach(of: row, scope) { openers.stop(at: wait, in: $0) }
        }
      } else {
        groups.forEach(of: row, scope) { openers.noteUnanswered(wait, in: $0) }
      }
    }
  }

  mutating func reachThreshold() { openers.reachThreshold() }

  /// The figures of all rows, once they have passed.
  var figures: [TrendFigures] {
    var figures = openers.figures[...]
    var pages = trends.map { _ in [[OpenerFigures]]() }
    for _ in 0...scopes.pageCount {
      for (index, trend) in trends.enumerated() {
        pages[index].append(Array(figures.prefix(trend.starts.count)))
        figures = figures.dropFirst(trend.starts.count)
      }
    }
    return zip(trends, pages).map { TrendFigures(steps: $0, figures: $1) }
  }
}

/// The figures of a trend's steps.
package struct TrendFigures: Sendable {
  package let steps: Trend
  /// By page index and step, and last for all chosen pages.
  package let figures: [[OpenerFigures]]
}
