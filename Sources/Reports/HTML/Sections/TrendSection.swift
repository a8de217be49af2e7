import MessageHistory
import ResponseMetrics

/// The figures step by step over the period: three charts and the table behind them.
struct TrendSection: TemplateFilling {
  /// `Trend by day`, `by week` or `by month`.
  var title: String
  /// A picture of the response rate.
  var rateChart: String
  /// A picture of median and 90th percentile of first response.
  var timesChart: String
  /// A picture of openers by outcome.
  var outcomesChart: String
  /// Whether the newest step is not finished and shows its settled rate.
  var isProvisional: Bool
  var rows: [TrendRow]
  /// How many earlier steps there are; absent where all are shown.
  var more: String?

  /// The newest steps that are shown: a year of weeks, five years of months.
  static let mostSteps = 60

  static var fields: [FilledField<Self>] {
    [
      .text("title") { $0.title }, .markup("rate_chart") { $0.rateChart },
      .markup("times_chart") { $0.timesChart }, .markup("outcomes_chart") { $0.outcomesChart },
      .flag("is_provisional") { $0.isProvisional }, .list("rows") { $0.rows },
      .optionalText("more") { $0.more },
    ]
  }

  /// Nil where the scope has no opener, or no step has begun.
  init?(_ scope: ReportScope, depth: PageDepth, context: ReportContext) {
    guard let trend = context.trend, !trend.starts.isEmpty, !scope.isEmpty else { return nil }
    let figures = context.trendFigures[scope.slot]
    let newest = trend.starts.count - 1
    let asOf = context.findings.asOf
    isProvisional =
      asOf.map { !trend.isFinished(newest, asOf: $0) } ?? false || figures[newest].awaiting > 0
    let words = context.words
    title =
      switch trend.grain {
      case .day: words.charts.trendByDay
      case .week: words.charts.trendByWeek
      case .month: words.charts.trendByMonth
      }
    var rows: [TrendRow] = []
    var points: [TrendPoint] = []
    let earlier = max(0, trend.starts.count - Self.mostSteps)
    more =
      earlier > 0
      ? words.extent.earlierSteps.text(count: earlier, ["n": context.numbers.count(earlier)]) : nil
    for (step, start) in trend.starts.enumerated().dropFirst(earlier) {
      let row = TrendRow(
        figures[step], start: start, grain: trend.grain,
        isProvisional: isProvisional && step == newest, context: context)
      rows.append(row)
      points.append(row.point(figures[step], start: start, grain: trend.grain, context: context))
    }
    self.rows = rows
    let chart = TrendChart(points, depth: depth, words: words, numbers: context.numbers)
    rateChart = chart.rateMarkup()
    timesChart = chart.timesMarkup()
    outcomesChart = chart.outcomesMarkup()
  }
}

/// One step of the trend's table.
struct TrendRow: TemplateFilling {
  /// The step's first date, or what it is.
  var label: String
  /// The word for a step that is not finished; absent for all others.
  var provisional: String?
  var openers: TextFigure
  var answered: TextFigure
  var awaiting: TextFigure
  var missed: TextFigure
  /// Settled where the step is provisional.
  var rate: RateFigure
  var median: TextFigure
  var p90: TextFigure

  static var fields: [FilledField<Self>] {
    [
      .text("label") { $0.label }, .optionalText("provisional") { $0.provisional },
      .part("openers") { $0.openers }, .part("answered") { $0.answered },
      .part("awaiting") { $0.awaiting }, .part("missed") { $0.missed },
      .part("response") { $0.rate }, .part("median") { $0.median }, .part("p90") { $0.p90 },
    ]
  }

  init(
    _ figures: OpenerFigures, start: LocalDate, grain: TrendGrain, isProvisional: Bool,
    context: ReportContext
  ) {
    let (words, numbers) = (context.words, context.numbers)
    label =
      switch grain {
      case .day: context.dates.weekdayAndDate(start)
      case .week: words.dates.weekFrom.text(["date": context.dates.date(start)])
      case .month: context.dates.month(of: start)
      }
    provisional = isProvisional ? words.charts.provisional : nil
    openers = TextFigure(figures.openers, numbers)
    answered = TextFigure(figures.answered, numbers)
    awaiting = TextFigure(figures.awaiting, numbers)
    missed = TextFigure(figures.missed, numbers)
    rate = RateFigure(figures, isSettled: isProvisional, numbers)
    median = TextFigure(time: figures.firstResponse.median, numbers)
    p90 = TextFigure(time: figures.firstResponse.p90, numbers)
  }

  func point(
    _ figures: OpenerFigures, start: LocalDate, grain: TrendGrain, context: ReportContext
  ) -> TrendPoint {
    let title = context.words.charts.trendTitle.text([
      "step": provisional == nil
        ? label : context.words.charts.provisionalStep.text(["step": label]),
      "rate": rate.rate.text,
      "openers": openers.text, "median": median.text, "p90": p90.text,
    ])
    let shown = provisional == nil ? figures.responseRate : figures.settledResponseRate
    return TrendPoint(
      label: context.dates.axisLabel(of: start, grain: grain), title: title, rate: shown?.asDouble,
      median: figures.firstResponse.median?.asDouble, p90: figures.firstResponse.p90?.asDouble,
      answered: figures.answered, awaiting: figures.awaiting, missed: figures.missed,
      isProvisional: provisional != nil)
  }
}
