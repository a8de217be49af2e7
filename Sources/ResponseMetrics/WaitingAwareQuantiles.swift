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
    var walk = Walk(eligible: waits.count)
    for wait in waits { walk.note(wait.time, isAnswered: wait.isAnswered) }
    self = walk.quantiles
  }

  /// A walk over waits in ascending order.
  struct Walk {
    private var found = WaitingAwareQuantiles()
    private var survival = 1.0
    /// Waits ≥ the time of the walk, and how many of that very time it has met.
    private var atRisk: Int
    private var time = Int64.min
    private var events = 0
    private var leaving = 0

    /// - Parameter eligible: how many waits there are in all.
    init(eligible: Int) {
      atRisk = eligible
    }

    @inline(__always)
    mutating func note(_ wait: Int64, isAnswered: Bool) {
      if wait != time {
        endTime()
        time = wait
      }
      leaving += 1
      if isAnswered { events += 1 }
    }

    private mutating func endTime() {
      if events > 0, found.p90 == nil {
        survival *= 1 - Double(events) / Double(atRisk)
        if found.median == nil, survival <= 0.5 + WaitingAwareQuantiles.margin {
          found.median = time
        }
        if survival <= 1 - 0.9 + WaitingAwareQuantiles.margin { found.p90 = time }
      }
      atRisk -= leaving
      events = 0
      leaving = 0
    }

    /// What was found, once all waits are noted.
    var quantiles: WaitingAwareQuantiles {
      mutating get {
        endTime()
        return found
      }
    }
  }

  /// Allows S(t) in double precision.
  private static let margin = 1e-9
}
