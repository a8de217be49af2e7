/// The Kaplan–Meier estimate of a set of waits that pass by in ascending order.
///
/// S(t) is the product over event times of 1 − d/n, where n counts waits ≥ t. While no wait leaves
/// without an end these factors cancel out: after k of r waits have ended S is (r − k)/r of what it
/// was. So it is known beforehand after how many ends a quantile is reached, until the next wait
/// leaves, and an end costs no more than being counted.
struct SurvivalWalk: Sendable {
  private(set) var quantiles = WaitingAwareQuantiles()
  /// S at the start of the stretch in which no wait has left.
  private var survival = 1.0
  /// The waits that were left at the start of the stretch, and how many had ended before it.
  private var atRisk: Int
  private var endedBefore = 0
  /// Waits that leave at a time, after all that end at this very time.
  private var leaving = 0
  private var leavingAt: Int64 = 0
  /// How many have ended when a quantile is reached; greatest where it is found or never is.
  private var medianEnd = Int.max
  private var p90End = Int.max

  /// - Parameter waits: how many there are in all.
  init(waits: Int) {
    atRisk = waits
    look()
  }

  /// A wait ends.
  ///
  /// - Parameters:
  ///   - time: in milliseconds, not before any other so far.
  ///   - ended: how many have ended, this one included.
  mutating func end(at time: Int64, ended: Int) {
    if leaving > 0, time > leavingAt { startStretch(ended: ended - 1) }
    if ended >= medianEnd {
      quantiles.median = time
      medianEnd = .max
    }
    if ended >= p90End {
      quantiles.p90 = time
      p90End = .max
    }
  }

  /// A wait leaves without an end.
  ///
  /// - Parameters:
  ///   - time: in milliseconds, not before any other so far.
  ///   - ended: how many have ended.
  mutating func leave(at time: Int64, ended: Int) {
    if leaving > 0, time > leavingAt { startStretch(ended: ended) }
    leaving += 1
    leavingAt = time
  }

  /// The least number of ends, more than `ended`, of which `end` has to be told.
  func nextEnd(after ended: Int) -> Int {
    leaving > 0 ? ended + 1 : min(medianEnd, p90End)
  }

  private mutating func startStretch(ended: Int) {
    let left = atRisk - (ended - endedBefore)
    survival *= Double(left) / Double(atRisk)
    atRisk = left - leaving
    endedBefore = ended
    leaving = 0
    look()
  }

  private mutating func look() {
    if quantiles.median == nil { medianEnd = firstEnd(reaching: 1 - 0.5) }
    if quantiles.p90 == nil { p90End = firstEnd(reaching: 1 - 0.9) }
  }

  /// After how many ends S is at most a share, where no wait leaves before.
  private func firstEnd(reaching share: Double) -> Int {
    guard atRisk > 0 else { return .max }
    let ends = Double(atRisk) * (1 - (share + Self.margin) / survival)
    return endedBefore + max(1, Int(ends.rounded(.up)))
  }

  /// Allows S(t) in double precision.
  private static let margin = 1e-9
}
