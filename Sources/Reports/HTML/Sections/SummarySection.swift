import MessageHistory
import ResponseMetrics

/// Every figure of the summary of one scope: counts and shares, and the table of times.
struct SummarySection: TemplateFilling {
  var figures: [NamedFigure]
  var times: [TimesRow]

  static var fields: [FilledField<Self>] {
    [.list("figures") { $0.figures }, .list("times") { $0.times }]
  }

  init(_ scope: ReportScope, context: ReportContext) {
    let words = context.words
    let figures = scope.figures
    self.figures =
      Self.openerFigures(figures.openers, context)
      + Self.volumes(figures, context.findings.quality.kept, context)
    let receipts = FigureReceipts.groups(of: figures)
    times = [
      (words.figures.timesFirstResponse, "first_response", figures.openers.firstResponse),
      (
        words.figures.timesFirstResponseOffice, "first_response_office", figures.firstResponseOffice
      ),
      (words.figures.timesReply, "reply", figures.reply),
      (words.figures.timesReplyOffice, "reply_office", figures.replyOffice),
      (words.figures.timesResolution, "resolution", figures.resolution),
    ].map { name, group, times in
      TimesRow(
        name, times, receipts: receipts.first { $0.name == group }?.counts, context: context)
    }
  }

  private static func openerFigures(
    _ openers: OpenerFigures, _ context: ReportContext
  ) -> [NamedFigure] {
    let (names, numbers) = (context.words.figures, context.numbers)
    let interval = openers.responseRateInterval.map {
      "\(numbers.rate(bound: $0.low)) – \(numbers.rate(bound: $0.high))"
    }
    return [
      (names.openers, numbers.count(openers.openers)),
      (names.answered, numbers.count(openers.answered)),
      (names.awaiting, numbers.count(openers.awaiting)),
      (names.missed, numbers.count(openers.missed)),
      (names.excludedSpam, numbers.count(openers.excludedSpam)),
      (names.excludedDone, numbers.count(openers.excludedDone)),
      (names.excludedAway, numbers.count(openers.excludedAway)),
      (names.responseRate, numbers.rate(openers.responseRate)),
      (names.responseRateInterval, interval ?? ReadableNumbers.dash),
      (names.settledResponseRate, numbers.rate(openers.settledResponseRate)),
    ].map { NamedFigure(name: $0, value: $1) }
      + ResponseThreshold.allCases.map { threshold in
        NamedFigure(
          name: names.within.text(["time": numbers.duration(threshold.duration)]),
          value: numbers.rate(openers.within(threshold)))
      }
      + [
        NamedFigure(
          name: names.waitingAwareMedian, value: numbers.duration(openers.waitingAware.median)),
        NamedFigure(
          name: names.waitingAwareP90, value: numbers.duration(openers.waitingAware.p90)),
      ]
  }

  private static func volumes(
    _ figures: SliceFigures, _ kept: KeptRows, _ context: ReportContext
  ) -> [NamedFigure] {
    let (names, numbers, counts) = (context.words.figures, context.numbers, figures.counts)
    return [
      (names.conversations, numbers.count(counts.conversations)),
      (names.newContacts, numbers.count(counts.newContacts)),
      (names.inbound, numbers.count(counts.inbound)),
      (names.outboundHuman, numbers.count(counts.outboundHuman)),
      (names.outboundAutomated, numbers.count(counts.outboundAutomated)),
      (names.notes, numbers.count(counts.notes)),
      (names.reopenings, numbers.count(kept.hasClosedEvent ? counts.reopenings : nil)),
      (names.automatedFirst, numbers.rate(figures.openers.automatedFirstShare)),
      (names.handledByAutomation, numbers.rate(figures.openers.handledByAutomationShare)),
      (
        names.outsideWindow, numbers.count(kept.hasWindowChannel ? counts.outsideWindow : nil)
      ),
      (
        names.allowedOutsideWindow,
        numbers.count(kept.hasWindowChannel ? counts.allowedOutsideWindow : nil)
      ),
    ].map { NamedFigure(name: $0, value: $1) }
  }
}

/// The statistics of one set of times.
struct TimesRow: TemplateFilling {
  var name: String
  /// A dash where the set is not defined: no schedule, no close.
  var count: String
  /// What was left out, by reason; a dash where the set is not defined.
  var leftOut: String
  /// Mean, mean of the fastest 90 %, median, p75, p90, p95, p99, fastest, slowest.
  var values: [String]

  static var fields: [FilledField<Self>] {
    [
      .text("name") { $0.name }, .text("count") { $0.count }, .text("left_out") { $0.leftOut },
      .texts("values") { $0.values },
    ]
  }

  init(
    _ name: String, _ times: TimeFigures?, receipts: FigureReceipts.Counts?,
    context: ReportContext
  ) {
    let (words, numbers) = (context.words, context.numbers)
    let leftOut = receipts?.filter { $0.name != "n" && $0.count > 0 }.map { reason in
      words.receipts.leftOutCount.text([
        "n": numbers.count(reason.count),
        "reason": LeftOutReason(rawValue: reason.name).map(words.reason) ?? reason.name,
      ])
    }
    self.leftOut =
      leftOut.map { $0.isEmpty ? words.receipts.leftOutNothing : $0.joined(separator: ", ") }
      ?? ReadableNumbers.dash
    self.name = name
    count = numbers.count(times?.count)
    values =
      [
        times?.mean, times?.fastest90Mean, times?.median, times?.p75, times?.p90, times?.p95,
        times?.p99,
      ].map { numbers.duration($0) }
      + [times?.least, times?.greatest].map { numbers.duration($0) }
  }
}
