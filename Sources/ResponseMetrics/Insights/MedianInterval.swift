/// The interval in which the median of what a set of times is drawn from lies, at 95 % or more.
///
/// It runs between two of the times themselves, so it asks nothing of their distribution: from the
/// l-th fastest to the l-th slowest, with the greatest l for which the coverage, 1 − 2·P(B < l) for
/// a binomial B of n trials at one half, is at least 0.95. Milliseconds, both ends included.
/// Source: W. J. Conover, Practical Nonparametric Statistics, 3rd edition (1999), section 3.2.
package struct MedianInterval: Sendable, Equatable {
  package let low: Int64
  package let high: Int64

  /// Nil for fewer than six times, of which even all cover too little.
  ///
  /// - Parameter times: sorted ascending.
  package init?(sorted times: some RandomAccessCollection<Int64>) {
    guard let rank = Self.rank(among: times.count) else { return nil }
    low = times[times.index(times.startIndex, offsetBy: rank - 1)]
    high = times[times.index(times.endIndex, offsetBy: -rank)]
  }

  init(low: Int64, high: Int64) {
    self.low = low
    self.high = high
  }

  /// Whether no time lies in both intervals: the medians differ by more than normal variation.
  ///
  /// This is stricter than a test at 5 %, so what it calls a change is one.
  package func isApart(from other: MedianInterval) -> Bool {
    high < other.low || other.high < low
  }

  /// The greatest rank l, from 1, whose interval covers at least 95 %; nil where there is none.
  ///
  /// Binomial weights are taken relative to the greatest, from the middle outwards, so that
  /// millions of trials neither overflow nor vanish; the cost is the square root of their number.
  /// P(B < l) is never exactly 0.025, which is no fraction of a power of two, and the rounding of
  /// the sums (some 1e-13) is far below the steps between neighbouring ranks.
  package static func rank(among count: Int) -> Int? {
    guard count >= 6 else { return nil }
    // Weights of B = middle, middle − 1 …, the upper half being their mirror image.
    let middle = count / 2
    var weights = [1.0]
    var weight = 1.0
    var trials = middle
    while trials > 0, weight > negligible {
      weight *= Double(trials) / Double(count - trials + 1)
      weights.append(weight)
      trials -= 1
    }
    let lowerHalf = weights.reversed().reduce(0, +)
    let all = count.isMultiple(of: 2) ? 2 * lowerHalf - 1 : 2 * lowerHalf
    // P(B < l) for l = middle + 1 is the whole lower half; going down leaves weights out.
    var below = 0.0
    var rank = middle - weights.count + 1
    for weight in weights.reversed() {
      below += weight
      if below > leastTail * all { break }
      rank += 1
    }
    return rank > 0 ? rank : nil
  }

  /// What may lie outside on each side: half of 5 %.
  private static let leastTail = 0.025
  /// Weights below this add nothing to a sum of doubles.
  private static let negligible = 1e-20
}
