/// The metrics that a page can have a target for: rates by the least, times by the most.
package enum TargetMetric: String, CaseIterable, Sendable {
  case responseRate = "response_rate"
  case settledResponseRate = "settled_response_rate"
  case within1Minute = "within_1m"
  case within5Minutes = "within_5m"
  case within15Minutes = "within_15m"
  case within1Hour = "within_1h"
  case within4Hours = "within_4h"
  case within8Hours = "within_8h"
  case within24Hours = "within_24h"
  case firstResponseMean = "first_response_mean"
  case firstResponseFastest90Mean = "first_response_fastest90_mean"
  case firstResponseMedian = "first_response_median"
  case firstResponseP75 = "first_response_p75"
  case firstResponseP90 = "first_response_p90"
  case firstResponseP95 = "first_response_p95"
  case firstResponseP99 = "first_response_p99"
  case firstResponseMax = "first_response_max"
  case firstResponseOfficeMean = "first_response_office_mean"
  case firstResponseOfficeMedian = "first_response_office_median"
  case firstResponseOfficeP90 = "first_response_office_p90"
  case replyMean = "reply_mean"
  case replyMedian = "reply_median"
  case replyP90 = "reply_p90"
  case replyOfficeMean = "reply_office_mean"
  case replyOfficeMedian = "reply_office_median"
  case replyOfficeP90 = "reply_office_p90"
  case resolutionMean = "resolution_mean"
  case resolutionMedian = "resolution_median"
  case resolutionP90 = "resolution_p90"
  case waitingAwareMedian = "waiting_aware_median"
  case waitingAwareP90 = "waiting_aware_p90"
  case waitingLongest = "waiting_longest"

  /// Whether the metric is a share, which should be at least its target; times are at most theirs.
  package var isShare: Bool {
    switch self {
    case .responseRate, .settledResponseRate, .within1Minute, .within5Minutes, .within15Minutes,
      .within1Hour, .within4Hours, .within8Hours, .within24Hours:
      true
    case .firstResponseMean, .firstResponseFastest90Mean, .firstResponseMedian, .firstResponseP75,
      .firstResponseP90, .firstResponseP95, .firstResponseP99, .firstResponseMax,
      .firstResponseOfficeMean, .firstResponseOfficeMedian, .firstResponseOfficeP90, .replyMean,
      .replyMedian, .replyP90, .replyOfficeMean, .replyOfficeMedian, .replyOfficeP90,
      .resolutionMean, .resolutionMedian, .resolutionP90, .waitingAwareMedian, .waitingAwareP90,
      .waitingLongest:
      false
    }
  }
}
