package import MessageHistory

/// How a page stands to a badge policy at an instant.
package struct BadgeVerdict: Sendable, Equatable {
  package var at: Instant
  /// Openers in the sample.
  package var sample: Int
  package var answered: Int
  /// Nil without openers.
  package var responseRate: Fraction?
  /// Milliseconds; nil without a response.
  package var responseTime: Fraction?
  package var isEarned: Bool
  /// Further openers that could stay unanswered; nil where not earned or the least rate is 0.
  package var marginOpeners: Int?
  /// Milliseconds up to the limit; nil where not earned.
  package var marginTime: Fraction?
  /// Further openers, answered at the sample's median, that win the badge back.
  package var wayBackAtPace: Int?
  /// Further openers, answered at once, that win the badge back.
  package var wayBackAtOnce: Int?

  init(at instant: Instant, sample: BadgeSample, policy: BadgePolicy) {
    at = instant
    self.sample = sample.openers
    answered = sample.answered
    responseRate = sample.rate
    responseTime = sample.time(policy.responseTime)
    isEarned = sample.earns(policy)
    if isEarned {
      marginOpeners = sample.marginOpeners(policy)
      marginTime = responseTime.map { Fraction(policy.responseTimeLimit.count) - $0 }
    } else {
      wayBackAtPace = sample.wayBackAtPace(policy)
      wayBackAtOnce = sample.wayBackAtOnce(policy)
    }
  }
}
