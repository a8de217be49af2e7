import MessageHistory
import ResponseMetrics

extension BadgePolicy {
  /// The policy that a configuration names, or writes down over a preset.
  init(configured choice: ConfiguredPolicyChoice) {
    switch choice {
    case .preset(let preset): self = .preset(preset.value)
    case .custom(let policy): self.init(configured: policy)
    }
  }

  private static func preset(_ preset: ConfiguredPreset) -> BadgePolicy {
    switch preset {
    case .facebook2020: .facebook2020
    case .facebook2017: .facebook2017
    case .facebook2015: .facebook2015
    }
  }

  private init(configured policy: ConfiguredPolicy) {
    self = .preset(policy.base?.value ?? .facebook2020)
    name = policy.name?.value ?? "custom"
    window = policy.window?.value ?? window
    if let share = policy.leastResponseRate?.value {
      leastResponseRate = Fraction(share.numerator, over: share.denominator) ?? leastResponseRate
    }
    if let word = policy.responseTime?.value.rawValue {
      responseTime = ResponseTime(rawValue: word) ?? responseTime
    }
    responseTimeLimit = policy.responseTimeLimit?.value ?? responseTimeLimit
    fewestOpeners = policy.fewestOpeners?.value ?? fewestOpeners
    silence = policy.silence?.value ?? silence
    switch policy.replyDeadline?.value {
    case .after(let deadline): replyDeadline = deadline
    case .some(.none): replyDeadline = nil
    case nil: break
    }
    if let words = policy.exclusions {
      exclusions = Set(words.compactMap { Exclusion(rawValue: $0.value.rawValue) })
    }
    switch policy.channels?.value {
    case .all: channels = nil
    case .listed(let listed): channels = listed.map(\.value)
    case nil: break
    }
  }
}

extension WeeklySchedule {
  /// The schedule that a configuration writes down.
  init(configured hours: ConfiguredOfficeHours) {
    self.init(
      shifts: ConfiguredWeekday.allCases.flatMap { day in
        hours[day].compactMap { shift in
          Shift(
            weekday: day.rawValue, startMinute: shift.startMinute, endMinute: shift.endMinute)
        }
      })
  }
}

extension String {
  /// With ASCII letters in lower case, as channels are told apart.
  var asciiLowercased: String {
    String(decoding: utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
