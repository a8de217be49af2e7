/// A metric by which the pages of one industry are ranked, in the order of peers.csv; the raw
/// value is the word in the column `metric`.
package enum PeerMetric: String, CaseIterable, Sendable {
  case responseRate = "response_rate"
  case settledResponseRate = "settled_response_rate"
  case firstResponseMedian = "first_response_median_seconds"
  case firstResponseP90 = "first_response_p90_seconds"

  /// Whether a page with `left` stands before one with `right`: a higher rate, a shorter time.
  func isBetter(_ left: Fraction, than right: Fraction) -> Bool {
    switch self {
    case .responseRate, .settledResponseRate: left > right
    case .firstResponseMedian, .firstResponseP90: left < right
    }
  }

  /// A share, or a time in milliseconds; nil where it is undefined.
  package func value(of figures: OpenerFigures) -> Fraction? {
    switch self {
    case .responseRate: figures.responseRate
    case .settledResponseRate: figures.settledResponseRate
    case .firstResponseMedian: figures.firstResponse.median
    case .firstResponseP90: figures.firstResponse.p90
    }
  }
}
