/// What changed between a period and the compared one, for one metric.
package struct PeriodChange: Sendable {
  /// The metrics that are compared, in their order.
  package enum Metric: String, CaseIterable, Sendable {
    case responseRate = "response_rate"
    case settledResponseRate = "settled_response_rate"
    case firstResponseMedian = "first_response_median_seconds"
    case firstResponseP90 = "first_response_p90_seconds"
    case openers
  }

  package enum Verdict: String, Sendable {
    case better, worse, normal
  }

  package let metric: Metric
  /// Times are in milliseconds.
  package let this: Fraction?
  package let before: Fraction?
  /// Newcombe's interval of the difference of two rates.
  package let interval: ProportionDifference?
  /// Where the period's median lies; nil for other metrics and under six times.
  package let medianInterval: MedianInterval?
  /// Where the compared period's median lies; nil for other metrics and under six times.
  package let medianIntervalBefore: MedianInterval?

  /// - Parameters:
  ///   - metric: which figure.
  ///   - this: the period's figures.
  ///   - before: the compared period's; nil where there is none.
  package init(_ metric: Metric, this: OpenerFigures, before: OpenerFigures?) {
    self.metric = metric
    self.this = this.value(of: metric)
    self.before = before.flatMap { $0.value(of: metric) }
    medianInterval = this.medianInterval(of: metric)
    medianIntervalBefore = before.flatMap { $0.medianInterval(of: metric) }
    interval = before.flatMap { before in
      guard let (p, current) = this.rate(of: metric), let (q, former) = before.rate(of: metric)
      else { return nil }
      return ProportionDifference(p, current, minus: q, former)
    }
  }

  package var difference: Fraction? {
    guard let this, let before else { return nil }
    return this - before
  }

  /// Whether two medians differ by more than normal variation, so that no time is in both intervals.
  ///
  /// Nil for other metrics, and where one of them has fewer than six times.
  package var isMedianApart: Bool? {
    guard let medianInterval, let medianIntervalBefore else { return nil }
    return medianInterval.isApart(from: medianIntervalBefore)
  }

  /// Whether the difference of two rates lies beyond chance; nil for other metrics.
  package var verdict: Verdict? {
    interval.map { $0.low > 0 ? .better : $0.high < 0 ? .worse : .normal }
  }
}

/// Newcombe's interval of the difference of two shares.
///
/// Source: R. G. Newcombe, Interval estimation for the difference between independent proportions
/// (1998), method 10.
package struct ProportionDifference: Sendable, Equatable {
  package let low: Double
  package let high: Double

  init(
    _ p: Double, _ current: ProportionInterval, minus q: Double, _ former: ProportionInterval
  ) {
    func square(_ number: Double) -> Double { number * number }
    low = p - q - (square(p - current.low) + square(former.high - q)).squareRoot()
    high = p - q + (square(current.high - p) + square(q - former.low)).squareRoot()
  }
}

extension OpenerFigures {
  fileprivate func value(of metric: PeriodChange.Metric) -> Fraction? {
    switch metric {
    case .responseRate: responseRate
    case .settledResponseRate: settledResponseRate
    case .firstResponseMedian: firstResponse.median
    case .firstResponseP90: firstResponse.p90
    case .openers: Fraction(openers)
    }
  }

  fileprivate func medianInterval(of metric: PeriodChange.Metric) -> MedianInterval? {
    switch metric {
    case .firstResponseMedian: firstResponse.medianInterval
    case .responseRate, .settledResponseRate, .firstResponseP90, .openers: nil
    }
  }

  fileprivate func rate(of metric: PeriodChange.Metric) -> (Double, ProportionInterval)? {
    let (rate, interval): (Fraction?, ProportionInterval?) =
      switch metric {
      case .responseRate: (responseRate, responseRateInterval)
      case .settledResponseRate: (settledResponseRate, settledResponseRateInterval)
      case .firstResponseMedian, .firstResponseP90, .openers: (nil, nil)
      }
    guard let rate, let interval else { return nil }
    return (rate.asDouble, interval)
  }
}
