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

  /// Computes all statistics of times in milliseconds that are sorted ascending.
  package init(sorted times: some RandomAccessCollection<Int64>) {
    medianInterval = MedianInterval(sorted: times)
    let times = Distribution(sorted: times)
    count = times.count
    mean = times.mean
    fastest90Mean = times.fastest90Mean
    median = times.quantile(percent: 50)
    p75 = times.quantile(percent: 75)
    p90 = times.quantile(percent: 90)
    p95 = times.quantile(percent: 95)
    p99 = times.quantile(percent: 99)
    least = times.least
    greatest = times.greatest
  }

  /// The statistics of no times at all.
  package static let none = TimeFigures(sorted: EmptyCollection<Int64>())
}
