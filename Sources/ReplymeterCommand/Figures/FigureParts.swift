import MessageHistory
import Reports
import ResponseMetrics

/// What one figure is made of: its counts, its times one by one, and what still runs.
struct FigureParts {
  private let figure: ExplainedFigure
  private let figures: SliceFigures
  /// Sorted, the shortest first; empty for a figure that no times make up.
  let events: [TimedEvent]
  private let running: [RunningTime]
  private let waits: [TimedEventCollector.OpenerWait]

  /// - Throws: `MessageHistoryError` where records cannot be read back.
  init(
    figure: ExplainedFigure, findings: Findings, history: History, plan: ReportPlan
  ) throws(MessageHistoryError) {
    self.figure = figure
    let summary = findings.summary
    figures = summary.total
    let rules = summary.rules
    let timed = figure.timed
    let workers = try history.walk(
      workers: plan.workers,
      from: TimedEventCollector(figure: timed ?? .firstResponse, rules: rules)
    ) { collector, conversation in
      collector.add(conversation)
    }
    running = workers.flatMap(\.running)
    waits = workers.flatMap(\.waits)
    switch timed {
    case nil: events = []
    case .firstResponse, .firstResponseOffice:
      events = Self.firstResponses(
        summary.tally.listing, inOfficeHours: timed?.isInOfficeHours == true
      ).sorted(by: TimedEvent.precedes)
    case .reply, .replyOffice, .resolution:
      events = workers.flatMap(\.events).sorted(by: TimedEvent.precedes)
    }
  }

  private static func firstResponses(
    _ listing: ConversationListing, inOfficeHours isOffice: Bool
  ) -> [TimedEvent] {
    listing.openers.compactMap { opener in
      guard opener.outcome == .answered, let response = opener.response else { return nil }
      let time = isOffice ? opener.officeResponse : response.instant - opener.instant
      return time.map {
        TimedEvent(
          time: $0.count, start: opener.instant, place: opener.place,
          conversation: opener.conversation, slice: opener.slice, employee: response.employee)
      }
    }
  }

  /// How many of the events lie at or below the value, and the value in words; nil where the
  /// figure lies among no times.
  var statistic: (split: Int, value: String)? {
    let times = events.map(\.time)
    switch figure {
    case .time(_, .count): return nil
    case .time(_, let statistic):
      let value = PossibleTimes(known: times, running: []).value(statistic, ending: 0)
      let mean = TimeFigures(sorted: times).mean
      return value.map { (statistic.split(of: times, mean: mean), FigureText.time($0)) }
    case .waitingAwareMedian: return split(times, at: figures.openers.waitingAware.median)
    case .waitingAwareP90: return split(times, at: figures.openers.waitingAware.p90)
    case .within(let threshold): return split(times, at: threshold.duration.count)
    case .openers, .answered, .awaiting, .missed, .excludedSpam, .excludedDone, .excludedAway,
      .responseRate, .responseRateLow, .responseRateHigh, .settledResponseRate, .reopenings,
      .conversations, .newContacts, .inbound, .outboundHuman, .outboundAutomated, .notes,
      .automatedFirstShare, .handledByAutomationShare, .outsideWindow, .allowedOutsideWindow:
      return nil
    }
  }

  private func split(_ times: [Int64], at limit: Int64?) -> (split: Int, value: String)? {
    limit.map { limit in (times.count { $0 <= limit }, FigureText.time(Fraction(limit))) }
  }

  // MARK: Counts

  /// `n` and what was left out of it, by reason.
  var countLines: [String] {
    let openers = figures.openers
    let excluded = [
      ("excluded_spam", openers.excludedSpam), ("excluded_done", openers.excludedDone),
      ("excluded_away", openers.excludedAway),
    ]
    let unanswered = [("awaiting", openers.awaiting), ("missed", openers.missed)]
    switch figure {
    case .openers, .responseRate, .responseRateLow, .responseRateHigh, .within,
      .automatedFirstShare, .handledByAutomationShare, .answered, .awaiting, .missed,
      .waitingAwareMedian, .waitingAwareP90:
      return [
        "n         \(openers.openers) openers: answered \(openers.answered), awaiting "
          + "\(openers.awaiting), missed \(openers.missed)",
        leftOut(excluded),
      ]
    case .settledResponseRate:
      return [
        "n         \(openers.answered + openers.missed) openers: answered \(openers.answered), "
          + "missed \(openers.missed)",
        leftOut([("awaiting", openers.awaiting)] + excluded),
      ]
    case .excludedSpam, .excludedDone, .excludedAway:
      let all = openers.openers + excluded.reduce(0) { $0 + $1.1 }
      return ["n         \(all) openers, those that count and those that do not"]
    case .time(.firstResponse, _):
      return [
        "n         \(FigureText.counted(openers.answered, "answered opener"))",
        leftOut(unanswered + excluded),
      ]
    case .time(.firstResponseOffice, _):
      let count = figures.firstResponseOffice?.count ?? 0
      return [
        "n         \(FigureText.counted(count, "answered opener")) on pages with a schedule",
        leftOut([("no_schedule", openers.answered - count)] + unanswered + excluded),
      ]
    case .time(.reply, _):
      return [
        "n         \(FigureText.counted(figures.reply.count, "answered turn"))",
        leftOut([("unanswered", running.count)]),
      ]
    case .time(.replyOffice, _):
      let count = figures.replyOffice?.count ?? 0
      return [
        "n         \(FigureText.counted(count, "answered turn")) on pages with a schedule",
        leftOut([
          ("no_schedule", figures.reply.count - count), ("unanswered", running.count),
        ]),
      ]
    case .time(.resolution, _):
      let count = figures.resolution?.count
      return [
        count.map { "n         \(FigureText.counted($0, "resolution"))" }
          ?? "n         none: the data has no closed event"
      ]
    case .reopenings, .conversations, .newContacts, .inbound, .outboundHuman, .outboundAutomated,
      .notes, .outsideWindow, .allowedOutsideWindow:
      return ["n         a plain count: nothing is left out by status"]
    }
  }

  private func leftOut(_ counts: [(name: String, count: Int)]) -> String {
    "left out  " + counts.map { "\($0.name) \($0.count)" }.joined(separator: ", ")
  }

  // MARK: Outlook

  /// What would change the figure; empty where nothing that runs does.
  var outlookLines: [String] {
    guard case .time(let timed, let statistic) = figure else {
      return FigureOutlook(openers: figures.openers, waits: waits, running: running)
        .lines(for: figure)
    }
    let noun =
      switch timed {
      case .firstResponse, .firstResponseOffice: "opener"
      case .reply, .replyOffice, .resolution: "turn"
      }
    return FigureOutlook.lines(
      for: statistic, known: events.map(\.time), running: running, noun: noun)
  }
}

extension ExplainedFigure {
  /// The times that the figure is made of, or lies among; nil for one without times.
  fileprivate var timed: TimedFigure? {
    switch self {
    case .time(let figure, _): figure
    case .waitingAwareMedian, .waitingAwareP90, .within: .firstResponse
    case .openers, .answered, .awaiting, .missed, .excludedSpam, .excludedDone, .excludedAway,
      .responseRate, .responseRateLow, .responseRateHigh, .settledResponseRate, .reopenings,
      .conversations, .newContacts, .inbound, .outboundHuman, .outboundAutomated, .notes,
      .automatedFirstShare, .handledByAutomationShare, .outsideWindow, .allowedOutsideWindow:
      nil
    }
  }
}
