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
  /// Openers answered in at most each threshold, by its raw value.
  package private(set) var answeredWithin = Array(
    repeating: 0, count: ResponseThreshold.allCases.count)
  package private(set) var firstResponse = TimeFigures.none
  package private(set) var waitingAware = WaitingAwareQuantiles()

  /// The figures of no openers at all.
  package static let none: OpenerFigures = {
    var times: [Int64] = []
    return OpenerFigures(sorted: UnsafeBufferPointer(start: nil, count: 0), scratch: &times)
  }()

  /// - Parameters:
  ///   - rows: `PackedOpener`s ascending by their wait; excluded ones too, which only count as
  ///     such.
  ///   - times: room that is used again and again.
  init(sorted rows: UnsafeBufferPointer<Int64>, scratch times: inout [Int64]) {
    times.removeAll(keepingCapacity: true)
    var counts = InlineArray<8, Int>(repeating: 0)
    var waitingAware = WaitingAwareQuantiles.Walk(
      eligible: rows.count { PackedOpener(packed: $0).outcome <= Self.lastEligible })
    for packed in rows {
      let opener = PackedOpener(packed: packed)
      counts[opener.outcome] += 1
      guard opener.outcome <= Self.lastEligible else { continue }
      let isAnswered = opener.outcome == Int(OpenerOutcome.answered.rawValue)
      if isAnswered { times.append(opener.wait) }
      waitingAware.note(opener.wait, isAnswered: isAnswered)
      if opener.isFirstOutboundAutomated { automatedFirst += 1 }
      if opener.isHandledByAutomation { handledByAutomation += 1 }
    }
    answered = counts[Int(OpenerOutcome.answered.rawValue)]
    awaiting = counts[Int(OpenerOutcome.awaiting.rawValue)]
    missed = counts[Int(OpenerOutcome.missed.rawValue)]
    excludedSpam = counts[Int(OpenerOutcome.excludedSpam.rawValue)]
    excludedDone = counts[Int(OpenerOutcome.excludedDone.rawValue)]
    excludedAway = counts[Int(OpenerOutcome.excludedAway.rawValue)]
    for threshold in ResponseThreshold.allCases {
      answeredWithin[threshold.rawValue] = times.partitioningIndex {
        $0 > threshold.duration.count
      }
    }
    firstResponse = times.withUnsafeBufferPointer { TimeFigures(sorted: $0) }
    self.waitingAware = waitingAware.quantiles
  }

  private static let lastEligible = Int(OpenerOutcome.missed.rawValue)

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
    Fraction(answeredWithin[threshold.rawValue], over: openers)
  }

  package var automatedFirstShare: Fraction? { Fraction(automatedFirst, over: openers) }

  package var handledByAutomationShare: Fraction? { Fraction(handledByAutomation, over: openers) }
}
