package import MessageHistory

/// The badge policy that the configuration asks for.
package enum ConfiguredPolicyChoice: Equatable, Sendable {
  case preset(Located<ConfiguredPreset>)
  case custom(ConfiguredPolicy)
}

/// The badge policies that have a name.
package enum ConfiguredPreset: String, CaseIterable, Sendable {
  case facebook2020 = "facebook-2020"
  case facebook2017 = "facebook-2017"
  case facebook2015 = "facebook-2015"
}

/// A badge policy of one's own: what differs from its base.
package struct ConfiguredPolicy: Equatable, Sendable {
  package enum ResponseTime: String, CaseIterable, Sendable {
    case fastest90Mean = "fastest90_mean"
    case mean
    case median
  }

  package enum ReplyDeadline: Equatable, Sendable {
    case none
    case after(Milliseconds)
  }

  package enum Exclusion: String, CaseIterable, Sendable {
    case spam
    case done
    case away
    case pageStarted = "page_started"
  }

  package enum Channels: Equatable, Sendable {
    case all
    /// Trimmed and in lower case.
    case listed([Located<String>])
  }

  package var name: Located<String>?
  package var base: Located<ConfiguredPreset>?
  /// More than 0.
  package var window: Located<Milliseconds>?
  package var leastResponseRate: Located<ConfiguredShare>?
  package var responseTime: Located<ResponseTime>?
  package var responseTimeLimit: Located<Milliseconds>?
  package var fewestOpeners: Located<Int>?
  package var silence: Located<Milliseconds>?
  package var replyDeadline: Located<ReplyDeadline>?
  /// Nothing is "not said", an empty list is "none of them".
  package var exclusions: [Located<Exclusion>]?
  package var channels: Located<Channels>?

  package init() {}
}
