import MessageHistory
import ResponseMetrics

/// The hours of the week: when openers come, and when nobody answers within the hour.
struct HeatMapSection: TemplateFilling {
  /// A picture of the week.
  var chart: String
  /// The stretches without an answer within the hour, those that cost the most waiting first.
  var gaps: [CoverageGap]
  /// How many more there are; absent where all are listed.
  var moreGaps: String?
  /// The hours with openers, from Monday 0:00.
  var rows: [HeatMapRow]

  static var fields: [FilledField<Self>] {
    [
      .markup("chart") { $0.chart }, .flag("has_gaps") { !$0.gaps.isEmpty },
      .list("gaps") { $0.gaps },
      .optionalText("more_gaps") { $0.moreGaps }, .list("rows") { $0.rows },
    ]
  }

  /// Nil where the scope has no opener that counts.
  ///
  /// - Parameters:
  ///   - scope: the page, or all.
  ///   - depth: in brief the picture has no values to hover over.
  ///   - limit: how many gaps may be listed.
  ///   - context: the report.
  init?(_ scope: ReportScope, depth: PageDepth, limit: Int, context: ReportContext) {
    guard scope.openers.openers > 0 else { return nil }
    let week = context.heatMaps[scope.slot]
    rows = week.indices.filter { week[$0].openers > 0 }.map {
      HeatMapRow(week[$0], hourOfWeek: $0, context: context)
    }
    chart = HeatMapChart(
      hours: week.enumerated().map { hour, figures in
        HeatMapChart.Hour(
          openers: figures.openers, isGap: figures.isCoverageGap,
          title: depth == .full
            ? HeatMapRow.title(figures, hourOfWeek: hour, context: context) : nil)
      }, words: context.words
    ).markup()
    let all = CoverageGap.gaps(of: scope, context: context)
    gaps = Array(all.prefix(limit))
    let rest = all.count - gaps.count
    moreGaps =
      rest > 0
      ? context.words.charts.moreGaps.text(count: rest, ["n": context.numbers.count(rest)]) : nil
  }
}

extension HourFigures {
  /// Whether there were openers and none was answered within the hour.
  var isCoverageGap: Bool {
    openers > 0 && answeredWithinHour == 0
  }
}

/// One hour of the table behind the heat map.
struct HeatMapRow: TemplateFilling {
  var when: String
  var openers: TextFigure
  var answered: TextFigure
  /// The share of openers that were missed.
  var missedShare: TextFigure
  var median: TextFigure
  var isGap: Bool

  static var fields: [FilledField<Self>] {
    [
      .text("when") { $0.when }, .part("openers") { $0.openers },
      .part("answered") { $0.answered }, .part("missed_share") { $0.missedShare },
      .part("median") { $0.median }, .flag("is_gap") { $0.isGap },
    ]
  }

  init(_ figures: HourFigures, hourOfWeek: Int, context: ReportContext) {
    let numbers = context.numbers
    when = Self.when(hourOfWeek, context)
    openers = TextFigure(figures.openers, numbers)
    answered = TextFigure(figures.answered, numbers)
    missedShare = TextFigure(rate: Fraction(figures.missed, over: figures.openers), numbers)
    median = TextFigure(time: figures.median, numbers)
    isGap = figures.isCoverageGap
  }

  static func title(
    _ figures: HourFigures, hourOfWeek: Int, context: ReportContext
  ) -> String {
    let numbers = context.numbers
    return context.words.charts.heatTitle.text([
      "when": when(hourOfWeek, context), "openers": numbers.count(figures.openers),
      "answered": numbers.count(figures.answered),
      "missed": numbers.rate(Fraction(figures.missed, over: figures.openers)),
      "median": numbers.duration(figures.median),
    ])
  }

  private static func when(_ hourOfWeek: Int, _ context: ReportContext) -> String {
    context.dates.hours(
      weekday: hourOfWeek / 24 + 1, from: hourOfWeek % 24, to: hourOfWeek % 24 + 1)
  }
}
