package import MessageHistory

/// Durations for people who read a terminal: `45 s`, `7 min 12 s`, `2 h 5 min`, `3 d 4 h`.
package enum DurationText {
  /// The two greatest units, cut off below, in English.
  package static func short(_ duration: Milliseconds) -> String {
    short(duration, EnglishWording().numbers)
  }

  /// As `short`, with a language's units.
  static func short(_ duration: Milliseconds, _ words: NumberWording) -> String {
    let seconds = duration.count / 1_000
    switch duration.count {
    case ..<0: return "-" + short(Milliseconds(-duration.count), words)
    case ..<1_000: return duration.count == 0 ? "0 \(words.second)" : "\(duration.count) ms"
    case ..<60_000: return "\(seconds) \(words.second)"
    case ..<3_600_000: return joined(seconds / 60, words.minute, seconds % 60, words.second)
    case ..<86_400_000: return joined(seconds / 3_600, words.hour, seconds / 60 % 60, words.minute)
    default: return joined(seconds / 86_400, words.day, seconds / 3_600 % 24, words.hour)
    }
  }

  private static func joined(_ great: Int64, _ unit: String, _ rest: Int64, _ small: String)
    -> String
  {
    rest == 0 ? "\(great) \(unit)" : "\(great) \(unit) \(rest) \(small)"
  }
}
