import MessageHistory

extension ConfigurationReader {
  private enum PolicyKey: String, CaseIterable {
    case name, base, window
    case leastResponseRate = "least_response_rate"
    case responseTime = "response_time"
    case responseTimeLimit = "response_time_limit"
    case fewestOpeners = "fewest_openers"
    case silence
    case replyDeadline = "reply_deadline"
    case exclusions, channels
  }

  /// A preset's name, or a mapping.
  mutating func policy(_ field: ConfigurationField) -> ConfiguredPolicyChoice? {
    guard case .mapping = field.node.content else {
      return choice(of: field, expected: .textOrMapping).map { .preset($0) }
    }
    var policy = ConfiguredPolicy()
    for (key, field) in entries(of: field, as: PolicyKey.self) ?? [] {
      switch key {
      case .name: policy.name = text(of: field)
      case .base: policy.base = choice(of: field)
      case .window: policy.window = durationAboveZero(of: field)
      case .leastResponseRate: policy.leastResponseRate = share(of: field)
      case .responseTime: policy.responseTime = choice(of: field)
      case .responseTimeLimit: policy.responseTimeLimit = duration(of: field)
      case .fewestOpeners: policy.fewestOpeners = wholeNumber(of: field, in: 0...1_000_000)
      case .silence: policy.silence = duration(of: field)
      case .replyDeadline: policy.replyDeadline = replyDeadline(field)
      case .exclusions: policy.exclusions = items(of: field)?.compactMap { choice(of: $0) }
      case .channels: policy.channels = policyChannels(field)
      }
    }
    return .custom(policy)
  }

  private mutating func replyDeadline(
    _ field: ConfigurationField
  ) -> Located<ConfiguredPolicy.ReplyDeadline>? {
    value(of: field, expected: .durationOrNone) { text in
      if text == "none" { return ConfiguredPolicy.ReplyDeadline.none }
      return Milliseconds(writtenAs: text).map { .after($0) }
    }
  }

  /// A list, or the word `all`.
  private mutating func policyChannels(
    _ field: ConfigurationField
  ) -> Located<ConfiguredPolicy.Channels>? {
    if case .list = field.node.content {
      return channels(of: field).map { Located(.listed($0), at: field.node.place) }
    }
    return value(of: field, expected: .oneOf(["all"]), shape: .textOrList) { text in
      text == "all" ? .all : nil
    }
  }
}
