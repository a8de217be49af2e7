import ResponseMetrics

/// What `--fail-on` watches for: reports are written all the same, and the exit status is 1.
enum FailCondition: Hashable, Sendable {
  /// Any rejected row.
  case rejects
  /// More rejected rows than this percentage of the rows read; from 0 to 100.
  case rejectsAbove(percent: Fraction)
  /// A waiting conversation has waited longer than `overdue_after`.
  case overdue
  /// A badge is earned at the first row of its history and not at as-of.
  case badgeLost
  /// A page misses one of its targets.
  case targets
  /// No message in the period.
  case noData
  /// The newest message is older than `expect_data_within` at the clock of the run.
  case stale

  /// The words of the command line.
  static let words = ["rejects", "overdue", "badge-lost", "targets", "no-data", "stale"]

  /// Reads a word, or `rejects=` and a percentage such as `1%` or `0.5%`; nothing for others.
  init?(_ text: String) {
    switch text {
    case "rejects": self = .rejects
    case "overdue": self = .overdue
    case "badge-lost": self = .badgeLost
    case "targets": self = .targets
    case "no-data": self = .noData
    case "stale": self = .stale
    default:
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0] == "rejects", parts[1].hasSuffix("%"),
        let decimal = UnsignedDecimal(parts[1].dropLast()),
        let percent = Fraction(decimal.digits, over: decimal.powerOfTen),
        percent <= Fraction(100)
      else { return nil }
      self = .rejectsAbove(percent: percent)
    }
  }
}
