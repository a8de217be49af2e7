import MessageHistory
import ResponseMetrics
import Testing

/// Rates of openers: metrics.md, section 5.
@Suite struct RateTests {
  /// So many answered openers, awaiting ones and missed ones at as-of, in a conversation each.
  private func figures(answered: Int = 0, awaiting: Int = 0, missed: Int = 0) -> OpenerFigures {
    var history = TestHistory(asOf: .days(2))
    for _ in 0..<answered { history.add([.inbound(0), .reply(1)]) }
    for _ in 0..<awaiting { history.add([.inbound(.hours(30))]) }
    for _ in 0..<missed { history.add([.inbound(0)]) }
    return history.openers
  }

  @Test func openersAreAnsweredAwaitingOrMissed() {
    let figures = figures(answered: 3, awaiting: 2, missed: 1)
    #expect(figures.openers == 6)
    #expect(figures.answered == 3)
    #expect(figures.awaiting == 2)
    #expect(figures.missed == 1)
  }

  @Test func responseRateIsAnsweredOverOpeners() {
    #expect(
      figures(answered: 3, awaiting: 2, missed: 1).responseRate == Fraction(1, over: 2))
  }

  @Test func settledRateLeavesOutAwaitingOpeners() {
    #expect(
      figures(answered: 3, awaiting: 2, missed: 1).settledResponseRate == Fraction(3, over: 4))
  }

  @Test func ratesAreUndefinedWithoutOpeners() {
    let none = figures()
    #expect(none.openers == 0)
    #expect(none.responseRate == nil)
    #expect(none.settledResponseRate == nil)
    #expect(none.responseRateInterval == nil)
    #expect(none.automatedFirstShare == nil)
    #expect(none.handledByAutomationShare == nil)
    #expect(ResponseThreshold.allCases.allSatisfy { none.within($0) == nil })
    #expect(none == .none)
  }

  @Test func settledRateIsUndefinedWhereAllAreAwaiting() {
    let figures = figures(awaiting: 2)
    #expect(figures.responseRate == Fraction(0))
    #expect(figures.settledResponseRate == nil)
    #expect(figures.settledResponseRateInterval == nil)
  }

  /// The last two are examples of Newcombe (1998), whose four digits are 0.2553 to 0.3662 and
  /// 0.0624 to 0.1605.
  @Test(arguments: [
    (0, 1, 0.0, 0.793451), (1, 1, 0.206549, 1.0), (0, 10, 0.0, 0.277533),
    (10, 10, 0.722467, 1.0), (5, 10, 0.236593, 0.763407), (9, 10, 0.59585, 0.982124),
    (1, 3, 0.061492, 0.79234), (81, 263, 0.255289, 0.36621), (15, 148, 0.062386, 0.160487),
  ])
  func intervalIsWilsonsToSixDecimals(
    successes: Int, trials: Int, low: Double, high: Double
  ) throws {
    let interval = try #require(ProportionInterval(wilson: successes, among: trials))
    #expect(abs(interval.low - low) < 0.5e-6)
    #expect(abs(interval.high - high) < 0.5e-6)
    #expect(interval.low >= 0 && interval.high <= 1)
  }

  @Test func intervalsAreOfTheirRates() {
    let figures = figures(answered: 9, awaiting: 6, missed: 1)
    #expect(figures.responseRateInterval == ProportionInterval(wilson: 9, among: 16))
    #expect(figures.settledResponseRateInterval == ProportionInterval(wilson: 9, among: 10))
  }

  // MARK: Within

  @Test(arguments: ResponseThreshold.allCases)
  func openerAnsweredInExactlyTheThresholdIsWithinIt(threshold: ResponseThreshold) {
    let inside = TestHistory([.inbound(0), .reply(.start + threshold.duration)], [.inbound(0)])
    #expect(inside.openers.within(threshold) == Fraction(1, over: 2))
    let outside = TestHistory([.inbound(0), .reply(.start + threshold.duration + tick)])
    #expect(outside.openers.within(threshold) == Fraction(0))
  }

  @Test func thresholdsAreThoseOfTheColumns() {
    #expect(ResponseThreshold.allCases.map(\.name) == ["1m", "5m", "15m", "1h", "4h", "8h", "24h"])
    #expect(
      ResponseThreshold.allCases.map(\.duration)
        == [
          .seconds(60), .seconds(300), .seconds(900), .seconds(3_600), .seconds(14_400),
          .seconds(28_800), .seconds(86_400),
        ])
  }

  @Test func withinCountsAwaitingOpenersToo() {
    let history = TestHistory(
      [.inbound(0), .reply(1)], [.inbound(0)], [.inbound(0)], asOf: .hours(1))
    #expect(history.openers.within(.oneMinute) == Fraction(1, over: 3))
  }
}
