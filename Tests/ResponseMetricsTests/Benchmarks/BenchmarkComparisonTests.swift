import ResponseMetrics
import Testing

@Suite struct BenchmarkComparisonTests {
  private static func rate(_ value: String, _ statistic: String = "share") throws
    -> BenchmarkFigure
  {
    try FewBenchmarks.figure(
      ["response_rate", "all", "social", value, "percent", statistic, "2020", ""])
  }

  private static func time(_ value: String, _ unit: String, _ statistic: String = "mean") throws
    -> BenchmarkFigure
  {
    try FewBenchmarks.figure(
      ["response_time", "all", "social", value, unit, statistic, "2020", ""])
  }

  /// For 10 of 10 Wilson's lower bound is 1/(1 + 3.841459/10) = 0.722467, for 0 of 10 the upper
  /// one is 0.277533; for 23 of 100 they are 0.158433 and 0.321544, for 60 of 100 0.502003 and
  /// 0.690599.
  @Test(
    arguments: [
      (10, 10, "72", .better), (10, 10, "72.2466", .better), (10, 10, "72.2468", .level),
      (10, 10, "100", .level),
      (0, 10, "28", .worse), (0, 10, "27.7534", .worse), (0, 10, "27.7532", .level),
      (0, 10, "0", .level),
      (23, 100, "23", .level), (23, 100, "15.84", .better), (23, 100, "15.85", .level),
      (23, 100, "32.15", .level), (23, 100, "32.16", .worse),
      (60, 100, "23", .better), (60, 100, "96", .worse),
      (9, 9, "1", nil), (0, 9, "99", nil), (0, 0, "50", nil),
    ] as [(Int, Int, String, BenchmarkComparison.Verdict?)])
  func judgesARateByItsInterval(
    answered: Int, openers: Int, benchmark: String, verdict: BenchmarkComparison.Verdict?
  ) throws {
    let own = OwnFigure.responseRate(answered: answered, openers: openers)
    #expect(BenchmarkComparison(own, beside: try Self.rate(benchmark)).verdict == verdict)
  }

  /// 5 % of 12 h are 36 min: level from 11 h 24 min to 12 h 36 min.
  @Test(
    arguments: [
      (41_040_000, 10, .level), (41_039_999, 10, .better), (45_360_000, 10, .level),
      (45_360_001, 10, .worse), (43_200_000, 10, .level), (1, 9, nil),
    ] as [(Int64, Int, BenchmarkComparison.Verdict?)])
  func judgesATimeByFivePercentOfTheBenchmark(
    milliseconds: Int64, openers: Int, verdict: BenchmarkComparison.Verdict?
  ) throws {
    let own = OwnFigure.meanFirstResponse(Fraction(milliseconds), openers: openers)
    #expect(BenchmarkComparison(own, beside: try Self.time("12", "hours")).verdict == verdict)
    let median = OwnFigure.medianFirstResponse(Fraction(milliseconds), openers: openers)
    let figure = try Self.time("12", "hours", "median (more than)")
    #expect(BenchmarkComparison(median, beside: figure).verdict == verdict)
  }

  @Test func aRateIsComparedInPercent() throws {
    let own = OwnFigure.responseRate(answered: 11, openers: 12)
    let comparison = BenchmarkComparison(own, beside: try Self.rate("21.7"))
    // 11/12 = 91.6667 %; 275/3 − 217/10 = (2750 − 651)/30; (275/3)/(217/10) = 2750/651.
    #expect(comparison.own == Fraction(275, over: 3))
    #expect(comparison.benchmark == Fraction(217, over: 10))
    #expect(comparison.difference == Fraction(2_099, over: 30))
    #expect(comparison.ratio == Fraction(2_750, over: 651))
    #expect(comparison.unit == .percent)
    #expect(comparison.verdict == .better)
  }

  @Test(
    arguments: [
      // 1,805,000 ms = 30 min 5 s.
      ("hours", "10", 361, 720, .better), ("minutes", "394", 361, 12, .better),
      ("seconds", "460", 1_805, 1, .worse), ("days", "2", 361, 17_280, .better),
    ] as [(String, String, Int, Int, BenchmarkComparison.Verdict)])
  func aTimeIsComparedInTheUnitOfTheBenchmark(
    unit: String, value: String, numerator: Int, denominator: Int,
    verdict: BenchmarkComparison.Verdict
  ) throws {
    let own = OwnFigure.meanFirstResponse(Fraction(1_805_000), openers: 10)
    let figure = try Self.time(value, unit)
    let comparison = BenchmarkComparison(own, beside: figure)
    let expected = try #require(Fraction(numerator, over: denominator))
    #expect(comparison.own == expected)
    #expect(comparison.difference == expected - figure.value)
    #expect(comparison.ratio == expected / figure.value)
    #expect(comparison.verdict == verdict)
  }

  @Test(arguments: [
    ("median", "mean", false), ("mean", "median", false), ("mean", "typical company", false),
    ("median", "typical company", false), ("mean", "mean; mystery shop", true),
    ("median", "median (more than)", true),
  ])
  func differentStatisticsGiveFiguresButNoVerdict(
    own: String, published: String, hasVerdict: Bool
  ) throws {
    let time = Fraction(3_600_000)
    let own: OwnFigure =
      own == "mean"
      ? .meanFirstResponse(time, openers: 50) : .medianFirstResponse(time, openers: 50)
    let comparison = BenchmarkComparison(own, beside: try Self.time("2", "hours", published))
    #expect(comparison.difference == Fraction(-1))
    #expect(comparison.ratio == Fraction(1, over: 2))
    #expect((comparison.verdict != nil) == hasVerdict)
  }

  @Test(arguments: [
    ("share of questions", true), ("mean (highest of the industries shown)", true),
    ("median share of fan posts", false), ("minimum", false),
  ])
  func aRateIsAMeanButNoMedian(statistic: String, hasVerdict: Bool) throws {
    let own = OwnFigure.responseRate(answered: 10, openers: 20)
    let verdict = BenchmarkComparison(own, beside: try Self.rate("7", statistic)).verdict
    #expect((verdict != nil) == hasVerdict)
  }

  @Test func anUndefinedFigureIsNotCompared() throws {
    for own in [
      OwnFigure.meanFirstResponse(nil, openers: 30), .medianFirstResponse(nil, openers: 30),
    ] {
      let comparison = BenchmarkComparison(own, beside: try Self.time("2", "hours"))
      #expect(comparison.own == nil)
      #expect(comparison.difference == nil)
      #expect(comparison.ratio == nil)
      #expect(comparison.verdict == nil)
      #expect(comparison.benchmark == Fraction(2))
    }
  }

  @Test func aBenchmarkOfZeroHasNoRatio() throws {
    let own = OwnFigure.meanFirstResponse(Fraction(1), openers: 10)
    let comparison = BenchmarkComparison(own, beside: try Self.time("0", "hours"))
    #expect(comparison.ratio == nil)
    #expect(comparison.verdict == .worse)
  }

  @Test func aFigureOfAnotherMetricIsNotCompared() throws {
    let own = OwnFigure.responseRate(answered: 10, openers: 20)
    let comparison = BenchmarkComparison(own, beside: try Self.time("2", "hours"))
    #expect(comparison.own == nil)
    #expect(comparison.verdict == nil)
  }
}
