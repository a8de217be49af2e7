import MessageHistory

/// The openers' figures of each step of some trends, by page and of all chosen pages together.
///
/// All rows that pass are openers of the period.
struct TrendBreakdown: WaitBreakdown, ~Copyable {
  private let scopes: ScopeNumbers
  private let trends: [Trend]
  private let days: TrendDays
  /// By the days of a page, page by page.
  private var counts: KindCounts
  /// Groups are the steps of a page, page by page, then those of all; and that trend by trend.
  private var openers = PassingOpeners(counts: [])

  init(_ trends: [Trend], rules: MetricRules) {
    scopes = ScopeNumbers(rules)
    self.trends = trends
    days = TrendDays(trends, pages: scopes.pageCount)
    counts = KindCounts(places: scopes.pageCount * days.count)
  }

  mutating func count(_ rows: UnsafeBufferPointer<WaitRow>) {
    let (days, scopes) = (days, scopes)
    guard days.count > 0 else { return }
    scopes.withScopes { scopes in
      counts.count(rows) { row in
        (scopes[Int(row.slice)].page &* days.count &+ days.index(of: row), row.kind.withoutRoles)
      }
    }
  }

  mutating func beginOrder() {
    let byDay = counts.openers()
    openers = PassingOpeners(
      counts: trends.flatMap { trend in
        scopes.withTotals(
          steps(of: trend, byDay), steps: trend.starts.count, from: OpenerCounts(), +=)
      })
  }

  /// The counts of a trend's steps by page, added up from those of days.
  private func steps(of trend: Trend, _ byDay: [OpenerCounts]) -> [OpenerCounts] {
    guard !trend.starts.isEmpty else { return [] }
    var steps = Array(repeating: OpenerCounts(), count: scopes.pageCount * trend.starts.count)
    for (place, counts) in byDay.enumerated() {
      let (page, day) = place.quotientAndRemainder(dividingBy: days.count)
      let step = trend.index(ofDay: days.days.lowerBound + day)
      steps[page * trend.starts.count + step] += counts
    }
    return steps
  }

  mutating func note(_ rows: UnsafeBufferPointer<WaitRow>) {
    let (days, scopes) = (days, scopes)
    guard days.count > 0 else { return }
    days.withGroups { groups in
      scopes.forEach(rows) { row, scope in
        let kind = row.kind
        guard kind.isEligible else { return }
        let wait = row.wait
        openers.reach(wait)
        if kind.isAnswered {
          groups.forEach(of: row, scope) { openers.noteAnswered(wait, in: $0) }
        } else {
          groups.forEach(of: row, scope) { openers.noteUnanswered(wait, in: $0) }
        }
      }
    }
  }

  mutating func reachThreshold() { openers.reachThreshold() }

  /// The figures of all rows, once they have passed.
  var figures: [TrendFigures] {
    var figures = openers.figures[...]
    return trends.map { trend in
      TrendFigures(
        steps: trend,
        figures: (0...scopes.pageCount).map { _ in
          defer { figures = figures.dropFirst(trend.starts.count) }
          return Array(figures.prefix(trend.starts.count))
        })
    }
  }
}

/// The figures of a trend's steps.
package struct TrendFigures: Sendable {
  package let steps: Trend
  /// By page index and step, and last for all chosen pages.
  package let figures: [[OpenerFigures]]
}
