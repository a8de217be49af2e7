import MessageHistory
import ResponseMetrics
import Testing

/// Kaplan–Meier quantiles: metrics.md, section 5.
@Suite struct WaitingAwareTests {
  private func quantiles(_ waits: [(time: Int64, isAnswered: Bool)]) -> [Int64?] {
    let quantiles = WaitingAwareQuantiles(sorted: waits)
    return [quantiles.median, quantiles.p90]
  }

  /// Ten waits, of which 3 and 7 stand for openers not answered.
  ///
  ///     t  at risk  events  S(t)
  ///     1       10       1  0.9
  ///     2        9       2  0.9 · 7/9 = 0.7
  ///     4        6       1  0.7 · 5/6 = 0.58333
  ///     5        5       1  0.58333 · 4/5 = 0.46667   ≤ 0.5: the median
  ///     8        3       1  0.46667 · 2/3 = 0.31111
  ///     9        2       1  0.31111 · 1/2 = 0.15556
  ///    10        1       1  0                         ≤ 0.1: the 90 % quantile
  @Test func survivalFallsAtEveryEvent() {
    #expect(
      quantiles([
        (1, true), (2, true), (2, true), (3, false), (4, true), (5, true), (7, false), (8, true),
        (9, true), (10, true),
      ]) == [5, 10])
  }

  /// The remission times of 21 patients under 6-MP in weeks, the textbook's example.
  ///
  /// S(22) = 0.5378 and S(23) = 0.4482, so the median is 23; S never falls to 0.1. Source:
  /// Freireich et al., The effect of 6-mercaptopurine on the duration of steroid-induced
  /// remissions in acute leukemia (1963).
  @Test func textbookExampleHasItsMedian() {
    let waits: [(Int64, Bool)] = [
      (6, true), (6, true), (6, true), (6, false), (7, true), (9, false), (10, true), (10, false),
      (11, false), (13, true), (16, true), (17, false), (19, false), (20, false), (22, true),
      (23, true), (25, false), (32, false), (32, false), (34, false), (35, false),
    ]
    #expect(quantiles(waits.map { (time: $0.0, isAnswered: $0.1) }) == [23, nil])
  }

  @Test func quantilesAreUndefinedWhereAllAreCensored() {
    #expect(quantiles([(1, false), (2, false)]) == [nil, nil])
    #expect(quantiles([]) == [nil, nil])
  }

  @Test func survivalOfExactlyAHalfIsEnough() {
    #expect(quantiles([(1, true), (2, false)]) == [1, nil])
    #expect(quantiles([(1, true), (2, true), (3, false)]) == [2, nil])
  }

  @Test func survivalOfExactlyATenthIsEnough() {
    // In double precision the product of 9/10 · 8/9 … ends a little beside 0.1.
    let waits = (1...10).map { (time: Int64($0), isAnswered: $0 < 10) }
    #expect(quantiles(waits) == [5, 9])
  }

  @Test(arguments: [true, false])
  func openerCensoredAtTheTimeOfAnEventIsStillAtRisk(isEventFirst: Bool) {
    // At 5 both are at risk: S = 1/2. Taken out before, S would be 0 and the 90 % quantile 5.
    let waits: [(time: Int64, isAnswered: Bool)] = [(5, isEventFirst), (5, !isEventFirst)]
    #expect(quantiles(waits) == [5, nil])
  }

  @Test func withoutCensoringTheMedianIsALowerOrderStatistic() {
    #expect(quantiles([(1, true), (2, true), (3, true), (4, true)]) == [2, 4])
  }

  // MARK: Over openers

  @Test func unansweredOpenersWaitUntilTheNextOpenerElseAsOf() throws {
    // Waits: 10 min (event), 24 h (censored by the next opener), 20 min (event), and
    // 21 h (censored at as-of).
    // S(10 min) = 3/4, S(20 min) = 3/4 · 2/3 = 1/2: the median.
    let history = TestHistory(
      [.inbound(0), .reply(10)],
      [.inbound(0), .inbound(.hours(24)), .reply(.hours(24) + .minutes(20))],
      [.inbound(.hours(30))], asOf: .hours(51))
    #expect(history.openers.waitingAware.median == 1_200_000)
    #expect(history.openers.waitingAware.p90 == nil)
    var rows = history.tally().waits
    rows.close()
    var waits: [Int64] = []
    try rows.forEachBlockInOrder { block in
      waits += block.filter { $0.counts(as: .opener) }.map(\.wait)
    }
    #expect(waits == [600_000, 1_200_000, 75_600_000, 86_400_000])
  }

  @Test func leavingHardOnesUnansweredDoesNotFlatterTheFigure() {
    let history = TestHistory([.inbound(0), .reply(1)], [.inbound(0)], [.inbound(0)])
    #expect(history.openers.firstResponse.median == Fraction(60_000))
    #expect(history.openers.waitingAware.median == nil)
  }

  @Test func excludedOpenersAreLeftOut() {
    let history = TestHistory([.inbound(0), .reply(1)], [.inbound(0), .closed(1)])
    #expect(history.openers.waitingAware.p90 == 60_000)
  }
}
