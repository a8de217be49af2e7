package import MessageHistory

/// Durations for people who read a terminal: `45 s`, `7 min 12 s`, `2 h 5 min`, `3 d 4 h`.
package enum DurationText {
  /// The two greatest units, cut off below.
  package static func short(_ duration: Milliseconds) -> String {
    let seconds = duration.count / 1_000
    switch duration.count {
    case ..<0: return "-" + short(Milliseconds(-duration.count))
    case ..<1_000: return duration.count == 0 ? "0 s" : "\(duration.count) ms"
    case ..<60_000: return "\(seconds) s"
    case ..<3_600_000: return joined(seconds / 60, "min", seconds % 60, "s")
    case ..<86_400_000: return joined(seconds / 3_600, "h", seconds / 60 % 60, "min")
    default: return joined(seconds / 86_400, "d", seconds / 3_600 % 24, "h")
    }
  }

  private static func joined(_ great: Int64, _ unit: String, _ rest: Int64, _ small: String)
    -> String
  {
    rest == 0 ? "\(great) \(unit)" : "\(great) \(unit) \(rest) \(small)"
  }
}
