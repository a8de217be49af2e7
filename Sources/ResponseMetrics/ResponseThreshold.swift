package import MessageHistory

/// The times within which answers are counted.
package enum ResponseThreshold: Int, CaseIterable, Sendable {
  case oneMinute, fiveMinutes, fifteenMinutes, oneHour, fourHours, eightHours, oneDay

  package var duration: Milliseconds {
    switch self {
    case .oneMinute: .minutes(1)
    case .fiveMinutes: .minutes(5)
    case .fifteenMinutes: .minutes(15)
    case .oneHour: .hours(1)
    case .fourHours: .hours(4)
    case .eightHours: .hours(8)
    case .oneDay: .hours(24)
    }
  }

  /// The name in columns: `within_` and this.
  package var name: String {
    switch self {
    case .oneMinute: "1m"
    case .fiveMinutes: "5m"
    case .fifteenMinutes: "15m"
    case .oneHour: "1h"
    case .fourHours: "4h"
    case .eightHours: "8h"
    case .oneDay: "24h"
    }
  }
}
