import MessageHistory
import ResponseMetrics
import Testing

/// The period beside the compared one: metrics.md, section 8.
@Suite struct PeriodChangeTests {
  /// So many openers answered after a minute, and missed ones, from a moment on.
  private func conversations(
    answered: Int, missed: Int, at moment: Moment, minutes: Int64 = 1
  ) -> [[HistoryRow]] {
    Array(repeating: [.inbound(moment), .reply(moment + .minutes(minutes))], count: answered)
      + Array(repeating: [.inbound(moment)], count: missed)
  }

  private func changes(
    this: [[HistoryRow]], before: [[HistoryRow]]?
  ) throws -> [PeriodChange.Metric: PeriodChange] {
    var history = TestHistory(from: "2026-11-02T00:00", to: "2026-11-03T00:00")
    if before != nil {
      history.comparedPeriod = instant("2026-11-01T00:00")..<instant("2026-11-02T00:00")
    }
    for rows in this + (before ?? []) { history.add(rows) }
    let changes = try #require(history.summary().changes().last)
    #expect(changes.map(\.metric) == PeriodChange.Metric.allCases)
    return Dictionary(uniqueKeysWithValues: changes.map { ($0.metric, $0) })
  }

  private let second: Moment = "2026-11-02T10:00"
  private let first: Moment = "2026-11-01T10:00"

  /// Newcombe (1998), table II: 56/70 against 48/80 by method 10, 0.0524 to 0.3339.
  @Test func intervalIsNewcombes() throws {
    let changes = try changes(
      this: conversations(answered: 56, missed: 14, at: second),
      before: conversations(answered: 48, missed: 32, at: first))
    let rate = try #require(changes[.responseRate])
    #expect(rate.this == Fraction(4, over: 5))
    #expect(rate.before == Fraction(3, over: 5))
    #expect(rate.difference == Fraction(1, over: 5))
    let interval = try #require(rate.interval)
    #expect(abs(interval.low - 0.0524) < 0.5e-4)
    #expect(abs(interval.high - 0.3339) < 0.5e-4)
    #expect(rate.verdict == .better)
  }

  @Test func fallBeyondChanceIsWorse() throws {
    let changes = try changes(
      this: conversations(answered: 48, missed: 32, at: second),
      before: conversations(answered: 56, missed: 14, at: first))
    let rate = try #require(changes[.responseRate])
    #expect(rate.difference == Fraction(-1, over: 5))
    #expect(abs((rate.interval?.low ?? 0) + 0.3339) < 0.5e-4)
    #expect(abs((rate.interval?.high ?? 0) + 0.0524) < 0.5e-4)
    #expect(rate.verdict == .worse)
  }

  @Test func differenceWithinChanceIsNormal() throws {
    let changes = try changes(
      this: conversations(answered: 3, missed: 1, at: second),
      before: conversations(answered: 1, missed: 1, at: first))
    #expect(changes[.responseRate]?.difference == Fraction(1, over: 4))
    #expect(changes[.responseRate]?.verdict == .normal)
  }

  @Test func timesAndOpenersHaveADifferenceButNoInterval() throws {
    let changes = try changes(
      this: conversations(answered: 2, missed: 0, at: second, minutes: 3),
      before: conversations(answered: 1, missed: 0, at: first, minutes: 5))
    #expect(changes[.firstResponseMedian]?.difference == Fraction(-120_000))
    #expect(changes[.firstResponseP90]?.difference == Fraction(-120_000))
    #expect(changes[.openers]?.difference == Fraction(1))
    for metric in [PeriodChange.Metric.firstResponseMedian, .firstResponseP90, .openers] {
      #expect(changes[metric]?.interval == nil)
      #expect(changes[metric]?.verdict == nil)
    }
  }

  @Test func nothingIsComparedWithoutAnEarlierPeriod() throws {
    let changes = try changes(
      this: conversations(answered: 2, missed: 0, at: second), before: nil)
    #expect(changes[.openers]?.this == Fraction(2))
    for change in changes.values {
      #expect(change.before == nil && change.difference == nil && change.interval == nil)
    }
  }

  @Test func undefinedRateHasNoDifference() throws {
    let changes = try changes(
      this: conversations(answered: 2, missed: 0, at: second), before: [])
    #expect(changes[.responseRate]?.before == nil)
    #expect(changes[.responseRate]?.difference == nil)
    #expect(changes[.responseRate]?.verdict == nil)
    #expect(changes[.firstResponseMedian]?.difference == nil)
    #expect(changes[.openers]?.before == Fraction(0))
    #expect(changes[.openers]?.difference == Fraction(2))
  }

  @Test func settledRateHasTheIntervalOfSettledOpeners() throws {
    // At as-of 15 hours after it, one of this period's openers still awaits.
    var history = TestHistory(
      [.inbound(second), .reply(second + .minutes(1))], [.inbound(second)],
      [.inbound(first), .reply(first + .minutes(1))], [.inbound(first)],
      asOf: second + .hours(15), from: "2026-11-02T00:00", to: "2026-11-03T00:00")
    history.comparedPeriod = instant("2026-11-01T00:00")..<instant("2026-11-02T00:00")
    let change = try #require(
      history.summary().changes().last?.first { $0.metric == .settledResponseRate })
    #expect(change.this == Fraction(1))
    #expect(change.before == Fraction(1, over: 2))
    // p = 1 with [0.206549, 1] among 1, q = 0.5 with [0.094531, 0.905469] among 2:
    // low = 0.5 − √(0.793451² + 0.405469²), high = 0.5 + √(0² + 0.405469²).
    let interval = try #require(change.interval)
    #expect(abs(interval.low - -0.391048) < 2e-6)
    #expect(abs(interval.high - 0.905469) < 2e-6)
  }

  @Test func bothPeriodsAreKnownAsOfTheReport() throws {
    // Answered only after the compared period's end, and after this one's.
    let changes = try changes(
      this: [[.inbound(second), .reply(second + .days(3))]],
      before: [[.inbound(first), .reply(first + .days(5))]])
    #expect(changes[.responseRate]?.this == Fraction(1))
    #expect(changes[.responseRate]?.before == Fraction(1))
  }

  @Test func openersOfOverlappingPeriodsCountInBoth() {
    var history = TestHistory([.inbound(second), .reply(second + .minutes(1))])
    history.comparedPeriod = history.period
    #expect(history.summary().changes().last?.last?.difference == Fraction(0))
    #expect(history.summary().changes().last?.last?.this == Fraction(1))
  }
}
