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
    if ended >= medianEnd {
      quantiles.median = time
      medianEnd = .max
    }
    if ended >= p90End {
      quantiles.p90 = time
      p90End = .max
    }
  }

  /// A wait leaves without an end, after all that end at this very time.
  ///
  /// - Parameter ended: how many have ended.
  mutating func leave(ended: Int) {
    // Where others have left at the same time, the stretch has just begun.
    if ended > endedBefore {
      let left = atRisk - (ended - endedBefore)
      survival *= Double(left) / Double(atRisk)
      atRisk = left
      endedBefore = ended
    }
    atRisk -= 1
    look()
  }

  /// The least number of ends of which `end` has to be told.
  var nextEnd: Int { min(medianEnd, p90End) }

  /// Whether all quantiles are known, so that waits may go on unnoticed.
  var isDone: Bool { quantiles.median != nil && quantiles.p90 != nil }

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
