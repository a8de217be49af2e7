/// The statistics of a set of times, exact until written; the *time columns* of the reports.
///
/// They are kept as whole numbers, and made quotients when they are asked for: a report has figures of
/// tens of thousands of groups, few of which it shows all of.
///
/// Source: metrics.md, section 5. All values but the count are in milliseconds, and nil where
/// there is no time.
package struct TimeFigures: Sendable, Equatable {
  private var sum: Int128 = 0
  /// Of the fastest nine tenths.
  private var fastestSum: Int128 = 0
  package private(set) var count = 0
  private var quantile50 = Quantile()
  private var quantile75 = Quantile()
  private var quantile90 = Quantile()
  private var quantile95 = Quantile()
  private var quantile99 = Quantile()
  private var first: Int64 = 0
  private var last: Int64 = 0
  /// Of no meaning without an interval.
  private var interval = MedianInterval(low: 0, high: 0)
  private var hasInterval = false

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
  @inline(__always)
  init(
    _ ranks: TimeRanks, sum: Int128, fastestSum: Int128, time: (_ rank: Int) -> Int64
  ) {
    count = ranks.count
    guard count > 0 else { return }
    self.sum = sum
    self.fastestSum = fastestSum
    quantile50 = ranks.quantile(ofPercent: 50, time)
    quantile75 = ranks.quantile(ofPercent: 75, time)
    quantile90 = ranks.quantile(ofPercent: 90, time)
    quantile95 = ranks.quantile(ofPercent: 95, time)
    quantile99 = ranks.quantile(ofPercent: 99, time)
    if let low = ranks.median {
      interval = MedianInterval(low: time(low - 1), high: time(count - low))
      hasInterval = true
    }
    first = time(0)
    last = time(count - 1)
  }

  // MARK: Figures

  package var mean: Fraction? { Fraction(sum, over: count) }

  /// Mean of the fastest ⌈0.9·n⌉ of the n times.
  package var fastest90Mean: Fraction? {
    count > 0 ? Fraction(fastestSum, over: TimeRanks.fastest(among: count)) : nil
  }

  package var median: Fraction? { count > 0 ? quantile50.fraction : nil }
  package var p75: Fraction? { count > 0 ? quantile75.fraction : nil }
  package var p90: Fraction? { count > 0 ? quantile90.fraction : nil }
  package var p95: Fraction? { count > 0 ? quantile95.fraction : nil }
  package var p99: Fraction? { count > 0 ? quantile99.fraction : nil }

  /// Nil under six times, and of groups that it was not asked for.
  package var medianInterval: MedianInterval? { hasInterval ? interval : nil }

  package var least: Int64? { count > 0 ? first : nil }
  package var greatest: Int64? { count > 0 ? last : nil }
}
