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
    var walk = SurvivalWalk(waits: waits.count)
    var ended = 0
    var leaving = 0
    var leavingAt = Int64.max
    for wait in waits {
      if wait.time > leavingAt {
        for _ in 0..<leaving { walk.leave(ended: ended) }
        (leaving, leavingAt) = (0, .max)
      }
      if wait.isAnswered {
        ended += 1
        walk.end(at: wait.time, ended: ended)
      } else {
        leaving += 1
        leavingAt = wait.time
      }
    }
    self = walk.quantiles
  }
}
