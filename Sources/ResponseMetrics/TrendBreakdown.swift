import MessageHistory

/// The openers' figures of each step of some trends, by page and of all chosen pages together.
struct TrendBreakdown: WaitBreakdown {
  private let scopes: ScopeNumbers
  private var trends: [PassingTrend]

  init(_ trends: [Trend], rules: MetricRules) {
    let scopes = ScopeNumbers(rules)
    self.scopes = scopes
    self.trends = trends.map { trend in
      PassingTrend(
        trend: trend,
        openers: PassingOpeners(groups: (scopes.pageCount + 1) * trend.starts.count))
    }
  }

  /// The openers of one trend; groups are the steps of a page, page by page, then those of all.
  private struct PassingTrend: Sendable {
    let trend: Trend
    var openers: PassingOpeners

    @inline(__always)
    mutating func forEachStep(
      of rows: UnsafeBufferPointer<WaitRow>, _ scopes: ScopeNumbers,
      _ body: (inout PassingOpeners, WaitRow, _ group: Int) -> Void
    ) {
      let (trend, steps) = (trend, trend.starts.count)
      guard steps > 0 else { return }
      for row in rows where row.counts(as: .opener) {
        let step = trend.index(ofDay: row.dayNumber)
        let page = scopes.page(of: row.slice)
        body(&openers, row, page * steps + step)
        if scopes.isChosen(page: page) { body(&openers, row, scopes.pageCount * steps + step) }
      }
    }
  }

  mutating func count(_ rows: UnsafeBufferPointer<WaitRow>) {
    for index in trends.indices {
      trends[index].forEachStep(of: rows, scopes) { $0.count(CountedOpener($1), in: $2) }
    }
  }

  mutating func beginOrder() {
    for index in trends.indices { trends[index].openers.beginOrder() }
  }

  mutating func note(_ rows: UnsafeBufferPointer<WaitRow>) {
    for index in trends.indices {
      trends[index].forEachStep(of: rows, scopes) { $0.note($1, in: $2) }
    }
  }

  /// The figures of all rows, once they have passed.
  var figures: [TrendFigures] {
    trends.map { passing in
      let steps = passing.trend.starts.count
      let figures = passing.openers.figures
      return TrendFigures(
        steps: passing.trend,
        figures: (0...scopes.pageCount).map { Array(figures[$0 * steps..<($0 + 1) * steps]) })
    }
  }
}

/// The figures of a trend's steps.
package struct TrendFigures: Sendable {
  package let steps: Trend
  /// By page index and step, and last for all chosen pages.
  package let figures: [[OpenerFigures]]
}
