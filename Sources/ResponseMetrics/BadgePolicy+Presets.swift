import MessageHistory

extension BadgePolicy {
  /// The rule since 2020, and the default: 30 days, mean of the fastest 90 %.
  package static let facebook2020 = BadgePolicy(
    name: "facebook-2020", window: .days(30), responseTime: .fastest90Mean,
    responseTimeLimit: .minutes(15), exclusions: [.spam, .done, .away, .pageStarted])

  /// The second form of the rule: 7 days, mean of all.
  package static let facebook2017 = BadgePolicy(
    name: "facebook-2017", window: .days(7), responseTime: .mean,
    responseTimeLimit: .minutes(15), exclusions: [.spam, .done, .away])

  /// The rule at the badge's launch: 7 days, median of at most 5 minutes.
  package static let facebook2015 = BadgePolicy(
    name: "facebook-2015", window: .days(7), responseTime: .median,
    responseTimeLimit: .minutes(5), exclusions: [.spam, .away])

  /// All presets, the default first.
  package static let presets = [facebook2020, facebook2017, facebook2015]

  private init(
    name: String, window: Milliseconds, responseTime: ResponseTime,
    responseTimeLimit: Milliseconds, exclusions: Set<Exclusion>
  ) {
    self.init(
      name: name, window: window,
      leastResponseRate: Fraction(9) * (Fraction(1, over: 10) ?? Fraction(0)),
      responseTime: responseTime, responseTimeLimit: responseTimeLimit, fewestOpeners: 10,
      silence: .hours(24), replyDeadline: nil, exclusions: exclusions,
      channels: ["messenger", "instagram", "facebook"])
  }
}
