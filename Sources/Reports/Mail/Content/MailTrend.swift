import MessageHistory
import ResponseMetrics

/// The response rate step by step, drawn with cells of a table.
struct MailTrend: TemplateFilling {
  /// `Response rate by day`, `by week` or `by month`.
  var title: String
  var steps: [MailTrendStep]
  /// Whether the newest step is not finished and shows its settled rate.
  var isProvisional: Bool
  /// How many earlier steps there are; absent where all are shown.
  var more: String?

  static var fields: [FilledField<Self>] {
    [
      .text("title") { $0.title }, .text("plain_title") { $0.title.uppercased() },
      .list("steps") { $0.steps },
      .flag("is_provisional") { $0.isProvisional }, .optionalText("more") { $0.more },
    ]
  }

  /// The newest steps of the finest grain that needs no more than a mail has room for.
  ///
  /// Nil where the scope has no opener, or no step has begun.
  init?(_ scope: ReportScope, limit: Int, context: ReportContext) {
    let trends = context.findings.trends
    let usual = MailLimits.usual.steps
    guard let trend = trends.first(where: { $0.steps.starts.count <= usual }) ?? trends.last,
      !trend.steps.starts.isEmpty, !scope.isEmpty
    else { return nil }
    let (starts, figures) = (trend.steps.starts, trend.figures[scope.slot])
    let newest = starts.count - 1
    let isFinished = context.findings.asOf.map { trend.steps.isFinished(newest, asOf: $0) } ?? true
    let isProvisional = !isFinished || figures[newest].awaiting > 0
    self.isProvisional = isProvisional
    title =
      switch trend.steps.grain {
      case .day: context.words.mail.rateByDay
      case .week: context.words.mail.rateByWeek
      case .month: context.words.mail.rateByMonth
      }
    steps = starts.indices.suffix(limit).map { step in
      MailTrendStep(
        TrendRow(
          figures[step], start: starts[step], grain: trend.steps.grain,
          isProvisional: isProvisional && step == newest, context: context),
        segments: OutcomeSegment.segments(of: figures[step]), words: context.words.mail)
    }
    more = MailContent.more(starts.count - limit, context.words.mail.moreSteps, context)
  }
}

/// One line of the trend.
struct MailTrendStep: TemplateFilling {
  let row: TrendRow
  let segments: [OutcomeSegment]
  /// The counts behind the bar, in words.
  let outcomes: String
  /// All of the step in words.
  let line: String

  init(_ row: TrendRow, segments: [OutcomeSegment], words: MailWording) {
    self.row = row
    self.segments = segments
    outcomes = words.barTitle.text([
      "answered": row.answered.text, "awaiting": row.awaiting.text, "missed": row.missed.text,
    ])
    line = words.stepLine.text([
      "step": row.provisional.map { "\(row.label) (\($0))" } ?? row.label,
      "rate": row.rate.rate.text, "openers": row.openers.text, "outcomes": outcomes,
      "median": row.median.text,
    ])
  }

  static var fields: [FilledField<Self>] {
    [
      .text("label") { $0.row.label }, .optionalText("provisional") { $0.row.provisional },
      .text("rate") { $0.row.rate.rate.text }, .text("openers") { $0.row.openers.text },
      .text("median") { $0.row.median.text }, .text("outcomes") { $0.outcomes },
      .text("line") { $0.line },
      .list("segments") { $0.segments }, .flag("is_blank") { $0.segments.isEmpty },
    ]
  }
}

/// A part of a bar: the openers of one outcome.
struct OutcomeSegment: TemplateFilling, Equatable {
  /// `answered`, `awaiting` or `missed`.
  var outcome: String
  /// In percent of the bar, a whole number above 0; all of a bar are 100 together.
  var width: Int

  static var fields: [FilledField<Self>] {
    [.text("outcome") { $0.outcome }, .text("width") { String($0.width) }]
  }

  static func segments(of figures: OpenerFigures) -> [OutcomeSegment] {
    segments(ofCounts: [
      ("answered", figures.answered), ("awaiting", figures.awaiting), ("missed", figures.missed),
    ])
  }

  /// The parts that can be seen, in their order; none without openers.
  static func segments(ofCounts counts: [(String, Int)]) -> [OutcomeSegment] {
    let total = counts.reduce(0) { $0 + $1.1 }
    guard total > 0 else { return [] }
    var sum = 0
    return counts.compactMap { outcome, count in
      let start = (sum * 200 + total) / (2 * total)
      sum += count
      let width = (sum * 200 + total) / (2 * total) - start
      return width > 0 ? OutcomeSegment(outcome: outcome, width: width) : nil
    }
  }
}
