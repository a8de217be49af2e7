import ResponseMetrics
import TestSupport
import Testing

@testable import ReplymeterCommand

@Suite("How far times can still move")
struct PossibleTimesTests {
  @Test(
    "the least and the greatest value follow from what still runs",
    arguments: [
      // Known 300 and 900; 0 and 201,600 s run on. Ended at 0, the median of 0, 300, 900 is 300.
      (.median, 300, nil), (.mean, 400, nil), (.least, 0, 300), (.greatest, 900, nil),
      (.count, 2, 4),
      // ⌈0.9 · 3⌉ is 3: 0, 300 and 900.
      (.fastest90Mean, 400, nil),
    ] as [(TimeStatistic, Int, Int?)])
  func values(statistic: TimeStatistic, least: Int, greatest: Int?) {
    let times = PossibleTimes(known: [900, 300], running: [201_600, 0])
    #expect(times.least(statistic) == Fraction(least))
    #expect(times.greatest(statistic) == greatest.map { Fraction($0) })
  }

  @Test("a quantile that what runs cannot reach is bounded")
  func bounded() {
    // Of six times the median lies between the third and the fourth.
    let times = PossibleTimes(known: [1, 2, 3, 5], running: [0, 0])
    #expect(times.greatest(.median) == Fraction(4))
    #expect(times.least(.median) == Fraction(3, over: 2))
    #expect(times.greatest(.p75) == nil)
  }

  @Test("without any time nothing is known but the count", arguments: TimeStatistic.allCases)
  func nothing(statistic: TimeStatistic) {
    let times = PossibleTimes(known: [], running: [])
    #expect(times.least(statistic) == (statistic == .count ? Fraction(0) : nil))
    #expect(times.greatest(statistic) == (statistic == .count ? Fraction(0) : nil))
  }

  /// The statistics as the report has them.
  private func value(_ statistic: TimeStatistic, of times: [Int64]) -> Fraction? {
    let figures = TimeFigures(sorted: times.sorted())
    return switch statistic {
    case .count: Fraction(figures.count)
    case .mean: figures.mean
    case .fastest90Mean: figures.fastest90Mean
    case .median: figures.median
    case .p75: figures.p75
    case .p90: figures.p90
    case .p95: figures.p95
    case .p99: figures.p99
    case .least: figures.least.map { Fraction($0) }
    case .greatest: figures.greatest.map { Fraction($0) }
    }
  }

  @Test("no choice of ends gives less or more", arguments: 1...40 as ClosedRange<UInt64>)
  func agreesWithEveryChoice(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let known = (0..<random.number(in: 0..<9)).map { _ in Int64(random.number(in: 0..<20)) }
    let running = (0..<random.number(in: 0..<6)).map { _ in Int64(random.number(in: 0..<20)) }
    let times = PossibleTimes(known: known, running: running)
    let never: Int64 = 1_000_000_000
    for statistic in TimeStatistic.allCases {
      // Each running time ends now, ends very late, or goes on.
      var values: [Fraction] = []
      var choices: [[Int64]] = [[]]
      for time in running { choices += choices.flatMap { [$0 + [time], $0 + [never]] } }
      for choice in choices {
        if let value = value(statistic, of: known + choice) { values.append(value) }
      }
      #expect(times.least(statistic) == values.min(), "\(statistic) \(random)")
      if let greatest = times.greatest(statistic) {
        #expect(greatest == values.max(), "\(statistic) \(random)")
      } else if let most = values.max() {
        #expect(most > Fraction(never / 1_000), "\(statistic) \(random)")
      }
      let allNow = value(statistic, of: known + running)
      #expect(times.value(statistic, ending: running.count) == allNow, "\(random)")
    }
  }
}
