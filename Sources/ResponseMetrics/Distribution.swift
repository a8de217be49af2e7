/// A sorted set of whole numbers (times in milliseconds) with exact mean and quantiles.
package struct Distribution<Times: RandomAccessCollection<Int64>> {
  private let times: Times

  /// - Parameter times: sorted ascending.
  package init(sorted times: Times) {
    self.times = times
  }

  package var count: Int { times.count }
  package var least: Int64? { times.first }
  package var greatest: Int64? { times.last }

  package var mean: Fraction? { mean(ofFastest: count) }

  /// Mean of the fastest ⌈0.9·n⌉, as (9n+9)/10 in whole numbers; nil where there is none.
  package var fastest90Mean: Fraction? { mean(ofFastest: (9 * count + 9) / 10) }

  private func mean(ofFastest fastest: Int) -> Fraction? {
    Fraction(sum(ofFastest: fastest), over: fastest)
  }

  /// In 64 bits where that cannot overflow, which is several times as fast.
  private func sum(ofFastest fastest: Int) -> Int128 {
    let fastest = times.prefix(fastest)
    guard let least = fastest.first, let greatest = fastest.last else { return 0 }
    guard max(least.magnitude, greatest.magnitude) < 1 << 62 / UInt64(fastest.count) else {
      return fastest.reduce(Int128(0)) { $0 + Int128($1) }
    }
    return Int128(fastest.reduce(0, &+))
  }

  /// The quantile by linear interpolation between order statistics at (n−1)·p.
  ///
  /// That is R type 7, Excel's PERCENTILE.INC and numpy's default.
  /// - Parameter percent: from 0 to 100.
  /// - Returns: nil where there are no times.
  package func quantile(percent: Int) -> Fraction? {
    guard count > 0 else { return nil }
    let position = (count - 1) * percent
    let (rank, hundredths) = position.quotientAndRemainder(dividingBy: 100)
    let lower = time(at: rank)
    guard hundredths > 0 else { return Fraction(lower) }
    let step = Int128(time(at: rank + 1) - lower)
    return Fraction(Int128(lower) * 100 + step * Int128(hundredths), over: 100)
  }

  private func time(at rank: Int) -> Int64 {
    times[times.index(times.startIndex, offsetBy: rank)]
  }
}
