/// Kaplan–Meier quantiles of the time to a first response, unanswered openers included.
///
/// Answered openers are events at their first response time, the others are censored at their
/// wait so far. S(t) is the product over event times of 1 − d/n, where n counts waits ≥ t; the
/// p-quantile is the least event time with S(t) ≤ 1 − p + 1e-9, nil where there is none.
/// Source: E. L. Kaplan and P. Meier, Nonparametric estimation from incomplete observations
/// (1958); metrics.md, section 5.
package struct WaitingAwareQuantiles: Sendable, Equatable {
  /// Milliseconds.
  package var median: Int64?
  /// Milliseconds.
  package var p90: Int64?

  package init() {}

  /// - Parameter waits: sorted ascending by time; the order of equal times does not matter.
  package init(sorted waits: some RandomAccessCollection<(time: Int64, isAnswered: Bool)>) {
    var survival = 1.0
    var atRisk = waits.count
    var index = waits.startIndex
    while index != waits.endIndex {
      let time = waits[index].time
      var events = 0
      var leaving = 0
      while index != waits.endIndex, waits[index].time == time {
        if waits[index].isAnswered { events += 1 }
        leaving += 1
        index = waits.index(after: index)
      }
      if events > 0 {
        survival *= 1 - Double(events) / Double(atRisk)
        if median == nil, survival <= 0.5 + Self.margin { median = time }
        if survival <= 1 - 0.9 + Self.margin {
          p90 = time
          return
        }
      }
      atRisk -= leaving
    }
  }

  /// Allows S(t) in double precision.
  private static let margin = 1e-9
}
