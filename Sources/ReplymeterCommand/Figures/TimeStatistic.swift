import Reports
import ResponseMetrics

/// A statistic of a set of times, in the order of the time columns.
enum TimeStatistic: CaseIterable, Hashable, Sendable {
  case count, mean, fastest90Mean, median, p75, p90, p95, p99, least, greatest

  /// What its column ends with.
  var suffix: String {
    switch self {
    case .count: "count"
    case .mean: "mean_seconds"
    case .fastest90Mean: "fastest90_mean_seconds"
    case .median: "median_seconds"
    case .p75: "p75_seconds"
    case .p90: "p90_seconds"
    case .p95: "p95_seconds"
    case .p99: "p99_seconds"
    case .least: "min_seconds"
    case .greatest: "max_seconds"
    }
  }

  /// From 0 to 100; nil for what is no quantile.
  var percent: Int? {
    switch self {
    case .median: 50
    case .p75: 75
    case .p90: 90
    case .p95: 95
    case .p99: 99
    case .count, .mean, .fastest90Mean, .least, .greatest: nil
    }
  }

  /// How many of the sorted times lie on the near side of the value: those at or below it.
  ///
  /// - Parameters:
  ///   - times: sorted ascending.
  ///   - mean: of all of them.
  /// - Returns: from 0 to the number of times.
  func split(of times: [Int64], mean: Fraction?) -> Int {
    switch self {
    case .count, .greatest: times.count
    case .least: 0
    case .mean: mean.map { mean in times.count { Fraction($0) <= mean } } ?? 0
    case .fastest90Mean: (9 * times.count + 9) / 10
    case .median, .p75, .p90, .p95, .p99:
      times.isEmpty ? 0 : (times.count - 1) * (percent ?? 0) / 100 + 1
    }
  }
}

/// What is timed, in the order of the summary's columns.
enum TimedFigure: String, CaseIterable, Hashable, Sendable {
  case firstResponse = "first_response"
  case firstResponseOffice = "first_response_office"
  case reply
  case replyOffice = "reply_office"
  case resolution

  /// Whether only the part inside office hours counts.
  var isInOfficeHours: Bool {
    switch self {
    case .firstResponseOffice, .replyOffice: true
    case .firstResponse, .reply, .resolution: false
    }
  }
}
