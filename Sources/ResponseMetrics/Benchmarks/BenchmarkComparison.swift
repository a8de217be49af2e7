/// A page's own figure beside a published one, both in the published one's unit.
package struct BenchmarkComparison: Sendable, Hashable {
  package enum Verdict: String, Sendable, CaseIterable {
    case level
    case better
    case worse
  }

  /// Nil where it is undefined.
  package let own: Fraction?
  package let benchmark: Fraction
  package let unit: BenchmarkUnit
  /// Own − benchmark; nil where own is undefined.
  package let difference: Fraction?
  /// Own / benchmark; nil where own is undefined or the benchmark is 0.
  package let ratio: Fraction?
  /// Nil under 10 openers, where the statistics differ in kind, and where own is undefined.
  package let verdict: Verdict?

  /// Openers below which there is no verdict, as with the badge.
  package static let fewestOpeners = 10

  package init(_ own: OwnFigure, beside figure: BenchmarkFigure) {
    benchmark = figure.value
    unit = figure.unit
    let value = figure.metric == own.metric.benchmark ? own.value(in: figure.unit) : nil
    self.own = value
    difference = value.map { $0 - figure.value }
    ratio = value.flatMap { $0 / figure.value }
    verdict =
      if let value, own.openers >= Self.fewestOpeners, own.metric.agrees(with: figure.statistic) {
        Self.verdict(own, value, figure.value)
      } else {
        nil
      }
  }

  private static func verdict(
    _ own: OwnFigure, _ value: Fraction, _ benchmark: Fraction
  ) -> Verdict {
    switch own {
    case .responseRate(let answered, let openers):
      // Asked first, since double precision can put the end of an interval just short of 0 or 1.
      if value == benchmark { return .level }
      let share = benchmark.asDouble / 100
      if let interval = ProportionInterval(wilson: answered, among: openers),
        interval.low <= share, share <= interval.high
      {
        return .level
      }
      return value > benchmark ? .better : .worse
    case .meanFirstResponse, .medianFirstResponse:
      let difference = value - benchmark
      let distance = difference < Fraction(0) ? Fraction(0) - difference : difference
      // At most 5 % of the benchmark.
      if distance * Fraction(20) <= benchmark { return .level }
      return value < benchmark ? .better : .worse
    }
  }
}
