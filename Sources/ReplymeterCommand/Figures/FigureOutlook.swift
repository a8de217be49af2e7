import MessageHistory
import Reports
import ResponseMetrics

/// What would change a figure: what runs at as-of and may still be answered, statuses and
/// exclusions staying as they are.
struct FigureOutlook {
  let openers: OpenerFigures
  /// Eligible openers of the period, for the waiting-aware quantiles.
  let waits: [TimedEventCollector.OpenerWait]
  /// Openers that may still be answered.
  let running: [RunningTime]

  private var awaiting: Int { running.count(where: \.isAwaiting) }
  private var late: Int { running.count - awaiting }

  /// The lines for a figure that openers alone make up; none where nothing that runs bears on it.
  func lines(for figure: ExplainedFigure) -> [String] {
    let answered = openers.answered
    switch figure {
    case .responseRate:
      return shareLines { Fraction($0, over: openers.openers).map { FigureText.share($0) } }
    case .responseRateLow:
      return shareLines { interval($0).map { FigureText.share($0.low) } }
    case .responseRateHigh:
      return shareLines { interval($0).map { FigureText.share($0.high) } }
    case .settledResponseRate:
      guard openers.openers > 0, !running.isEmpty || openers.awaiting > 0 else { return [] }
      let least = Fraction(answered, over: answered + openers.missed + openers.awaiting)
      let greatest = Fraction(
        answered + running.count, over: answered + awaiting + openers.missed)
      let awaitingLines =
        openers.awaiting > 0
        ? ["without an answer within 24 h, an awaiting opener becomes a missed one"] : []
      return awaitingLines + [span(least.map(FigureText.share), greatest.map(FigureText.share))]
    case .within(let threshold):
      let inTime = running.count { $0.time < threshold.duration.count }
      guard let now = openers.within(threshold), inTime > 0,
        let most = Fraction(
          openers.answeredWithin[threshold] + inTime, over: openers.openers)
      else { return [] }
      return [
        "\(FigureText.counted(inTime, "opener")) may still be answered within \(threshold.name)",
        span(FigureText.share(now), FigureText.share(most)),
      ]
    case .answered:
      return countLines(from: answered, to: answered + running.count)
    case .missed:
      return countLines(from: openers.missed - late, to: openers.missed + openers.awaiting)
    case .awaiting:
      return countLines(from: 0, to: openers.awaiting)
    case .waitingAwareMedian: return waitingAwareLines(\.median)
    case .waitingAwareP90: return waitingAwareLines(\.p90)
    case .openers, .excludedSpam, .excludedDone, .excludedAway, .time, .reopenings,
      .conversations, .newContacts, .inbound, .outboundHuman, .outboundAutomated, .notes,
      .automatedFirstShare, .handledByAutomationShare, .outsideWindow, .allowedOutsideWindow:
      return []
    }
  }

  /// The lines for a statistic of times.
  ///
  /// - Parameters:
  ///   - statistic: of them.
  ///   - known: the ended times in milliseconds.
  ///   - running: those that may still end.
  ///   - noun: what runs.
  /// - Returns: none where nothing runs.
  static func lines(
    for statistic: TimeStatistic, known: [Int64], running: [RunningTime], noun: String
  ) -> [String] {
    guard !running.isEmpty else { return [] }
    let times = PossibleTimes(known: known, running: running.map(\.time))
    func text(_ value: Fraction?) -> String? {
      value.map { statistic == .count ? NumberText.decimal($0, places: 0) : FigureText.time($0) }
    }
    return [
      "\(FigureText.counted(running.count, noun)) may still be answered",
      "if all were answered at as-of: "
        + (text(times.value(statistic, ending: running.count)) ?? "–"),
      span(text(times.least(statistic)), text(times.greatest(statistic))),
    ]
  }

  // MARK: Parts

  /// The lines for a figure that answers lift; `value` gives it with so many openers answered.
  private func shareLines(_ value: (Int) -> String?) -> [String] {
    guard openers.openers > 0, !running.isEmpty else { return [] }
    let answered = openers.answered
    func text(_ count: Int) -> String { value(count) ?? "–" }
    var lines: [String] = []
    if awaiting > 0 {
      lines.append(
        "\(FigureText.counted(awaiting, "awaiting opener")) may still be answered: one more makes "
          + "it \(text(answered + 1))"
          + (awaiting > 1 ? ", all make it \(text(answered + awaiting))" : ""))
    }
    if late > 0 {
      lines.append(
        "\(FigureText.counted(late, "missed opener")) may still be answered late: with all "
          + "answers it is \(text(answered + running.count))")
    }
    return lines + [span(text(answered), text(answered + running.count))]
  }

  private func interval(_ answered: Int) -> ProportionInterval? {
    ProportionInterval(wilson: answered, among: openers.openers)
  }

  private func countLines(from least: Int, to greatest: Int) -> [String] {
    least == greatest ? [] : [span("\(least)", "\(greatest)")]
  }

  /// Answered now, the openers that wait are events; answered later than all others, they stay
  /// at risk throughout.
  private func waitingAwareLines(_ quantile: KeyPath<WaitingAwareQuantiles, Int64?>) -> [String] {
    guard !running.isEmpty else { return [] }
    func value(waitingAs change: (Int64) -> (time: Int64, isAnswered: Bool)) -> String? {
      // Which of two openers of the same wait may still be answered makes no difference.
      var open = Dictionary(running.map { ($0.time, 1) }, uniquingKeysWith: +)
      let waits = waits.map { wait -> (time: Int64, isAnswered: Bool) in
        guard !wait.isAnswered, let count = open[wait.time], count > 0 else { return wait }
        open[wait.time] = count - 1
        return change(wait.time)
      }.sorted { $0.time < $1.time }
      return WaitingAwareQuantiles(sorted: waits)[keyPath: quantile]
        .map { FigureText.time(Fraction($0)) }
    }
    return [
      "\(FigureText.counted(running.count, "opener")) may still be answered",
      "least \(value { ($0, true) } ?? "undefined"), "
        + "greatest \(value { _ in (Int64.max, false) } ?? "undefined")",
    ]
  }

  private func span(_ least: String?, _ greatest: String?) -> String { Self.span(least, greatest) }

  private static func span(_ least: String?, _ greatest: String?) -> String {
    "least \(least ?? "undefined"), greatest \(greatest ?? "without bound")"
  }
}
