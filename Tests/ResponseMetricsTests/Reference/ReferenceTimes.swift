import ResponseMetrics

/// The statistics of times by their definitions.
struct ReferenceTimes {
  let times: [Int64]

  init(_ times: [Int64]) {
    self.times = times.sorted()
  }

  private func mean(_ some: ArraySlice<Int64>) -> Fraction? {
    Fraction(some.reduce(0, +), over: some.count)
  }

  /// R type 7: h = (n − 1) · p, between the ⌊h⌋th and the next, counted from 0.
  private func quantile(_ percent: Int) -> Fraction? {
    guard !times.isEmpty, let position = Fraction((times.count - 1) * percent, over: 100),
      let floor = Fraction((times.count - 1) * percent / 100, over: 1)
    else { return nil }
    let rank = (times.count - 1) * percent / 100
    let above = rank + 1 < times.count ? times[rank + 1] : times[rank]
    return Fraction(times[rank]) + (position - floor) * Fraction(above - times[rank])
  }

  var statistics: TimeStatistics {
    TimeStatistics(
      count: times.count, mean: mean(times[...]),
      fastest90: mean(times.prefix((9 * times.count + 9) / 10)),
      quantiles: [50, 75, 90, 95, 99].map(quantile), least: times.min(), greatest: times.max())
  }
}

/// The statistics of times as both the engine and the reference give them.
struct TimeStatistics: Equatable {
  var count: Int
  var mean: Fraction?
  var fastest90: Fraction?
  var quantiles: [Fraction?]
  var least: Int64?
  var greatest: Int64?
}

extension TimeStatistics {
  init(_ figures: TimeFigures) {
    self.init(
      count: figures.count, mean: figures.mean, fastest90: figures.fastest90Mean,
      quantiles: [figures.median, figures.p75, figures.p90, figures.p95, figures.p99],
      least: figures.least, greatest: figures.greatest)
  }
}
