package import MessageHistory
package import ResponseMetrics

/// What stands behind a page's badge at as-of: other policies' verdicts, and what holds it back.
package struct BadgeInsight: Sendable {
  /// By policy of the run: the chosen one, then the presets that it is set beside.
  package var verdicts: [BadgeVerdict]
  /// The median of the chosen policy's sample in milliseconds: the pace of the way back; nil
  /// without a response that counts.
  package var pace: Fraction?
  /// What weighs most on the chosen policy's sample, the heaviest first.
  package var blockers: [FoundBlocker]
  /// What the chosen policy left out since its sample's oldest opener; without a sample, in its
  /// window before as-of.
  package var leftOut: BadgeLeftOut

  package init(
    verdicts: [BadgeVerdict], pace: Fraction?, blockers: [FoundBlocker], leftOut: BadgeLeftOut
  ) {
    self.verdicts = verdicts
    self.pace = pace
    self.blockers = blockers
    self.leftOut = leftOut
  }
}

/// An opener that holds a badge back, with its texts.
package struct FoundBlocker: Sendable {
  package var channel: String
  package var conversationID: String
  /// When it arrived.
  package var at: Instant
  package var outcome: BadgeBlocker.Outcome

  package init(
    channel: String, conversationID: String, at instant: Instant, outcome: BadgeBlocker.Outcome
  ) {
    self.channel = channel
    self.conversationID = conversationID
    self.at = instant
    self.outcome = outcome
  }
}
