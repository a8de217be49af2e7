/// A figure of a page that is set beside a published one, in the order of the report; the raw
/// value is the word in the column `metric`.
///
/// The names of the times have no unit, since both figures are in the benchmark's.
package enum ComparedMetric: String, CaseIterable, Sendable {
  case responseRate = "response_rate"
  case meanFirstResponse = "first_response_mean"
  case medianFirstResponse = "first_response_median"

  /// What a published figure must measure to stand beside it.
  package var benchmark: BenchmarkMetric {
    switch self {
    case .responseRate: .responseRate
    case .meanFirstResponse, .medianFirstResponse: .responseTime
    }
  }

  /// Whether a published figure of this statistic is made like ours, so that there may be a
  /// verdict: mean against mean, median against median, and for a rate no median and no bound.
  package func agrees(with statistic: BenchmarkStatistic) -> Bool {
    switch self {
    case .meanFirstResponse: statistic.kind == .mean
    case .medianFirstResponse: statistic.kind == .median
    case .responseRate:
      switch statistic.kind {
      case .share, .mean, nil: true
      case .median, .minimum, .maximum: false
      }
    }
  }
}
