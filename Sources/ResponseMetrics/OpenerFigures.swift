import MessageHistory

/// Rates and first response times of a set of openers: of a page, a channel, a day, an hour.
///
/// Source: metrics.md, section 5.
package struct OpenerFigures: Sendable, Equatable {
  package private(set) var answered = 0
  package private(set) var awaiting = 0
  package private(set) var missed = 0
  package private(set) var excludedSpam = 0
  package private(set) var excludedDone = 0
  package private(set) var excludedAway = 0
  /// Eligible openers whose first outbound message is automated.
  package private(set) var automatedFirst = 0
  /// Eligible openers with automated replies only and no further inbound message.
  package private(set) var handledByAutomation = 0
  /// Openers answered in at most each threshold.
  package private(set) var answeredWithin = ThresholdCounts()
  package private(set) var firstResponse = TimeFigures.none
  package private(set) var waitingAware = WaitingAwareQuantiles()

  /// The figures of no openers at all.
  package static let none = OpenerFigures()

  private init() {}

  /// - Parameters:
  ///   - counts: of the openers.
  ///   - answeredWithin: how many were answered in at most each threshold.
  ///   - firstResponse: of the answered ones.
  ///   - waitingAware: of the eligible ones.
  init(
    _ counts: OpenerCounts, answeredWithin: ThresholdCounts, firstResponse: TimeFigures,
    waitingAware: WaitingAwareQuantiles
  ) {
    answered = counts.answered
    awaiting = counts.count(of: .awaiting)
    missed = counts.count(of: .missed)
    excludedSpam = counts.count(of: .excludedSpam)
    excludedDone = counts.count(of: .excludedDone)
    excludedAway = counts.count(of: .excludedAway)
    automatedFirst = counts.automatedFirst
    handledByAutomation = counts.handledByAutomation
    self.answeredWithin = answeredWithin
    self.firstResponse = firstResponse
    self.waitingAware = waitingAware
  }

  /// Eligible openers.
  package var openers: Int { answered + awaiting + missed }

  /// Answered / openers; nil without openers.
  package var responseRate: Fraction? { Fraction(answered, over: openers) }

  /// Answered / (answered + missed): leaves out those that may still be answered in time.
  package var settledResponseRate: Fraction? { Fraction(answered, over: answered + missed) }

  package var responseRateInterval: ProportionInterval? {
    ProportionInterval(wilson: answered, among: openers)
  }

  package var settledResponseRateInterval: ProportionInterval? {
    ProportionInterval(wilson: answered, among: answered + missed)
  }

  /// Share of openers answered in at most the threshold; nil without openers.
  package func within(_ threshold: ResponseThreshold) -> Fraction? {
    Fraction(answeredWithin[threshold], over: openers)
  }

  package var automatedFirstShare: Fraction? { Fraction(automatedFirst, over: openers) }

  package var handledByAutomationShare: Fraction? { Fraction(handledByAutomation, over: openers) }
}
