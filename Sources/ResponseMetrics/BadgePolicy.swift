package import MessageHistory

/// The numbers by which a page holds the "very responsive" badge.
///
/// Source: metrics.md, section 6; the presets follow the platform's help texts of their years.
package struct BadgePolicy: Sendable, Equatable {
  /// How the response times of the sample become one.
  package enum ResponseTime: String, Sendable, CaseIterable {
    case fastest90Mean = "fastest90_mean"
    case mean
    case median
  }

  /// What a policy may leave out of its sample.
  package enum Exclusion: String, Sendable, CaseIterable {
    case spam
    /// Unanswered openers of done conversations.
    case done
    /// Openers that arrived while the page was away.
    case away
    /// Openers that answer a message which the page sent first.
    case pageStarted = "page_started"
  }

  package var name: String
  package var window: Milliseconds
  package var leastResponseRate: Fraction
  package var responseTime: ResponseTime
  package var responseTimeLimit: Milliseconds
  package var fewestOpeners: Int
  package var silence: Milliseconds
  /// A later response counts as none, in rate and time; nil for no deadline.
  package var replyDeadline: Milliseconds?
  package var exclusions: Set<Exclusion>
  /// The channels that count; nil for all.
  package var channels: [String]?

  package init(
    name: String, window: Milliseconds, leastResponseRate: Fraction, responseTime: ResponseTime,
    responseTimeLimit: Milliseconds, fewestOpeners: Int, silence: Milliseconds,
    replyDeadline: Milliseconds?, exclusions: Set<Exclusion>, channels: [String]?
  ) {
    self.name = name
    self.window = window
    self.leastResponseRate = leastResponseRate
    self.responseTime = responseTime
    self.responseTimeLimit = responseTimeLimit
    self.fewestOpeners = fewestOpeners
    self.silence = silence
    self.replyDeadline = replyDeadline
    self.exclusions = exclusions
    self.channels = channels
  }
}
