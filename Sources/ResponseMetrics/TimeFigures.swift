/// The statistics of a set of times, exact until written; the *time columns* of the reports.
///
/// Source: metrics.md, section 5. All values but the count are in milliseconds, and nil where
/// there is no time.
package struct TimeFigures: Sendable, Equatable {
  package var count = 0
  package var mean: Fraction?
  /// Mean of the fastest ⌈0.9·n⌉ of the n times.
  package var fastest90Mean: Fraction?
  package var median: Fraction?
  /// Nil under six times.
  package var medianInterval: MedianInterval?
  package var p75: Fraction?
  package var p90: Fraction?
  package var p95: Fraction?
  package var p99: Fraction?
  package var least: Int64?
  package var greatest: Int64?

  /// The statistics of no times at all.
  package static let none = TimeFigures()

  private init() {}

  /// Computes all statistics of times in milliseconds that are sorted ascending.
  package init(sorted times: [Int64]) {
    self.init(sorted: [times])
  }

  /// Computes all statistics of times in milliseconds that several lists have together.
  ///
  /// - Parameter lists: each sorted ascending.
  package init(sorted lists: [[Int64]]) {
    let times = ListedTimes(lists)
    let ranks = TimeRanks(among: times.count)
    self.init(
      ranks, sum: times.sum, fastestSum: times.sum(ofLeast: ranks.fastest), time: times.time(at:))
  }

  /// Computes all statistics from sums and single times.
  ///
  /// - Parameters:
  ///   - ranks: of so many times.
  ///   - sum: of all.
  ///   - fastestSum: of the fastest nine tenths.
  ///   - time: the time at a rank from 0; asked for those that `ranks` names alone.
  init(
    _ ranks: TimeRanks, sum: Int128, fastestSum: Int128, time: (_ rank: Int) -> Int64
  ) {
    count = ranks.count
    guard count > 0 else { return }
    mean = Fraction(sum, over: count)
    fastest90Mean = Fraction(fastestSum, over: ranks.fastest)
    func quantile(_ percent: Int) -> Fraction? {
      let (rank, hundredths) = ranks.position(ofPercent: percent)
      let lower = time(rank)
      guard hundredths > 0 else { return Fraction(lower) }
      let step = Int128(time(rank + 1) - lower)
      return Fraction(Int128(lower) * 100 + step * Int128(hundredths), over: 100)
    }
    median = quantile(50)
    p75 = quantile(75)
    p90 = quantile(90)
    p95 = quantile(95)
    p99 = quantile(99)
    if let low = ranks.median {
      medianInterval = MedianInterval(low: time(low - 1), high: time(count - low))
    }
    least = time(0)
    greatest = time(count - 1)
  }
}
