import MessageHistory
import ResponseMetrics

/// How fast openers were answered: a chart, and the shares answered within each time.
struct DistributionSection: TemplateFilling {
  /// A picture of openers by time to first response.
  var chart: String
  var rows: [DistributionRow]

  static var fields: [FilledField<Self>] {
    [.markup("chart") { $0.chart }, .list("rows") { $0.rows }]
  }

  /// Nil where the scope has no opener that counts.
  init?(_ scope: ReportScope, context: ReportContext) {
    let openers = scope.openers
    guard openers.openers > 0 else { return nil }
    let (words, numbers) = (context.words, context.numbers)
    var bars: [(kind: String, label: String, count: Int)] = []
    var rows: [DistributionRow] = []
    var below = 0
    for threshold in ResponseThreshold.allCases {
      let within = openers.answeredWithin[threshold]
      let time = numbers.duration(threshold.duration)
      bars.append(("b1", time, within - below))
      rows.append(
        DistributionRow(
          label: words.charts.withinTime.text(["time": time]), count: TextFigure(within, numbers),
          share: TextFigure(rate: openers.within(threshold), numbers)))
      below = within
    }
    bars.append(("b1", words.charts.barLater, openers.answered - below))
    bars.append(("b2", words.charts.barAwaiting, openers.awaiting))
    bars.append(("b3", words.charts.barMissed, openers.missed))
    self.rows =
      rows
      + bars.suffix(3).map { bar in
        DistributionRow(
          label: bar.label, count: TextFigure(bar.count, numbers),
          share: TextFigure(rate: Fraction(bar.count, over: openers.openers), numbers))
      }
    let chartBars = bars.map { bar in
      DistributionChart.Bar(
        kind: bar.kind, label: bar.label, count: bar.count,
        title: words.charts.barTitle.text(
          count: bar.count,
          [
            "label": bar.label, "n": numbers.count(bar.count),
            "share": numbers.rate(Fraction(bar.count, over: openers.openers)),
          ]))
    }
    chart = DistributionChart(bars: chartBars, words: words, numbers: numbers).markup()
  }
}

/// One line of the table behind the distribution.
struct DistributionRow: TemplateFilling {
  var label: String
  var count: TextFigure
  /// Of the openers that count.
  var share: TextFigure

  static var fields: [FilledField<Self>] {
    [.text("label") { $0.label }, .part("count") { $0.count }, .part("share") { $0.share }]
  }
}
