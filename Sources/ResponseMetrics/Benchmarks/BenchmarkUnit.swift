/// The unit in which a figure was published, by the name in the column `unit`.
package enum BenchmarkUnit: String, CaseIterable, Sendable {
  case percent
  case seconds
  case minutes
  case hours
  case days
  case count
  case ratio

  /// Units of one dimension can be turned into one another.
  package enum Dimension: Sendable {
    case share
    case time
    case number
  }

  package var dimension: Dimension {
    switch self {
    case .percent: .share
    case .seconds, .minutes, .hours, .days: .time
    case .count, .ratio: .number
    }
  }

  /// The length of one in milliseconds; nil for what is no time.
  package var milliseconds: Int64? {
    switch self {
    case .seconds: 1_000
    case .minutes: 60_000
    case .hours: 3_600_000
    case .days: 86_400_000
    case .percent, .count, .ratio: nil
    }
  }
}
