import ResponseMetrics

/// The figures of openers as both the engine and the reference give them.
struct OpenerStatistics: Equatable {
  /// Answered, awaiting, missed, excluded as spam, done, away, automated first, handled.
  var counts: [Int]
  var rate: Fraction?
  var settledRate: Fraction?
  var within: [Fraction?]
  var times: TimeStatistics
  var waitingAware: [Int64?]
}

extension OpenerStatistics {
  init(_ figures: OpenerFigures) {
    self.init(
      counts: [
        figures.answered, figures.awaiting, figures.missed, figures.excludedSpam,
        figures.excludedDone, figures.excludedAway, figures.automatedFirst,
        figures.handledByAutomation,
      ],
      rate: figures.responseRate, settledRate: figures.settledResponseRate,
      within: ResponseThreshold.allCases.map(figures.within),
      times: TimeStatistics(figures.firstResponse),
      waitingAware: [figures.waitingAware.median, figures.waitingAware.p90])
  }

  /// The reference's figures.
  init(_ openers: [ReferenceHistory.Opener], asOf: Int64) {
    func count(_ outcome: String) -> Int { openers.filter { $0.outcome == outcome }.count }
    let eligible = openers.filter(\.isEligible)
    let times = eligible.compactMap(\.responseTime)
    let minutes: [Int64] = [1, 5, 15, 60, 240, 480, 1_440]
    self.init(
      counts: ["answered", "awaiting", "missed", "spam", "done", "away"].map(count) + [
        eligible.filter(\.opener.isAutomatedFirst).count,
        eligible.filter(\.opener.isHandledByAutomation).count,
      ],
      rate: Fraction(times.count, over: eligible.count),
      settledRate: Fraction(times.count, over: times.count + count("missed")),
      within: minutes.map { limit in
        Fraction(times.filter { $0 <= limit * 60_000 }.count, over: eligible.count)
      },
      times: ReferenceTimes(times).statistics,
      waitingAware: [
        Self.kaplanMeier(eligible, asOf: asOf, survival: Fraction(1, over: 2)),
        Self.kaplanMeier(eligible, asOf: asOf, survival: Fraction(1, over: 10)),
      ])
  }

  /// The least event time at which the exact product of (1 − d/n) is at most `survival`.
  private static func kaplanMeier(
    _ openers: [ReferenceHistory.Opener], asOf: Int64, survival: Fraction?
  ) -> Int64? {
    let waits = openers.map { $0.responseTime ?? (($0.opener.next ?? asOf) - $0.opener.time) }
    var product = Fraction(1)
    for time in Set(openers.compactMap(\.responseTime)).sorted() {
      let atRisk = waits.filter { $0 >= time }.count
      let events = openers.filter { $0.responseTime == time }.count
      guard let left = Fraction(atRisk - events, over: atRisk), let survival else { return nil }
      product = product * left
      if product <= survival { return time }
    }
    return nil
  }
}
