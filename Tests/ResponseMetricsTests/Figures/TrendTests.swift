import MessageHistory
import ResponseMetrics
import Testing

/// The trend's steps: metrics.md, section 8.
@Suite struct TrendTests {
  private func date(_ text: String) throws -> LocalDate { try #require(LocalDate(text)) }

  private func trend(
    _ grain: TrendGrain, _ from: String, _ to: String, asOf: Moment = "2026-12-31T00:00",
    clock: LocalClock = .utc
  ) throws -> Trend {
    let period = Period(kind: .dates, from: try date(from), to: try date(to), clock: clock)
    return Trend(grain: grain, period: period, asOf: asOf.instant, clock: clock)
  }

  @Test(
    arguments: [
      // From Wednesday 28 October up to, not including, Tuesday 3 November.
      (
        .day,
        ["2026-10-28", "2026-10-29", "2026-10-30", "2026-10-31", "2026-11-01", "2026-11-02"]
      ),
      // The first week and the first month begin before the period.
      (.week, ["2026-10-26", "2026-11-02"]),
      (.month, ["2026-10-01", "2026-11-01"]),
    ] as [(TrendGrain, [String])])
  func stepsAreThoseThatOverlapThePeriod(grain: TrendGrain, starts: [String]) throws {
    let trend = try trend(grain, "2026-10-28", "2026-11-03")
    #expect(trend.starts.map(\.description) == starts)
  }

  @Test(
    arguments: [
      ("2026-10-30T23:59:59.999", 3, 1), ("2026-10-31T00:00", 4, 1), ("2026-11-01T00:00", 5, 2),
      ("2026-10-28T00:00", 1, 1), ("2026-10-27T23:59", 0, 0),
    ] as [(Moment, Int, Int)])
  func stepsBeginAtOrBeforeAsOf(asOf: Moment, days: Int, months: Int) throws {
    #expect(try trend(.day, "2026-10-28", "2026-11-03", asOf: asOf).starts.count == days)
    // The part of October that lies in the period begins on the 28th.
    #expect(try trend(.month, "2026-10-28", "2026-11-03", asOf: asOf).starts.count == months)
  }

  @Test func stepIsFinishedWhenItsEndIsReached() throws {
    let trend = try trend(.week, "2026-10-28", "2026-11-10")
    #expect(trend.isFinished(0, asOf: instant("2026-11-02T00:00")))
    #expect(!trend.isFinished(0, asOf: instant("2026-11-02T00:00") - tick))
    #expect(!trend.isFinished(1, asOf: instant("2026-11-02T00:00")))
  }

  @Test(
    arguments: [
      (.day, [1, 0, 0, 2, 1, 1]),
      (.week, [4, 1]),
      (.month, [3, 2]),
    ] as [(TrendGrain, [Int])])
  func onlyOpenersOfThePeriodCountAndEachGrainAddsUp(
    grain: TrendGrain, openers: [Int]
  ) throws {
    var history = TestHistory(from: "2026-10-28T00:00", to: "2026-11-03T00:00")
    for moment in [
      "2026-10-27T23:59", "2026-10-28T00:00", "2026-10-31T12:00", "2026-10-31T23:59:59.999",
      "2026-11-01T00:00", "2026-11-02T12:00", "2026-11-03T00:00",
    ] as [Moment] {
      history.add([.inbound(moment)])
    }
    let trend = try trend(grain, "2026-10-28", "2026-11-03")
    let figures = try #require(history.summary(trends: [trend]).trends.first).figures
    #expect(figures.count == 2)
    #expect(figures.map { $0.map(\.openers) } == [openers, openers])
    #expect(openers.reduce(0, +) == history.openers.openers)
  }

  @Test func daysAreLocalDates() throws {
    let east = LocalClock(name: "East", initialOffset: 3_600)
    let trend = try trend(.day, "2026-11-02", "2026-11-04", clock: east)
    #expect(trend.index(of: instant("2026-11-02T22:59:59.999")) == 0)
    #expect(trend.index(of: instant("2026-11-02T23:00")) == 1)
  }

  @Test func clockThatGoesBackOverMidnightLosesNothingAtThePeriodsEdge() throws {
    // At 04:30Z the clock goes back from 00:30 to 23:30, so midnight comes at 04:00Z and 05:00Z.
    let clock = LocalClock(
      name: "Twice", initialOffset: -14_400,
      transitions: [
        ClockTransition(
          second: instant("2026-11-01T04:30").milliseconds / 1_000, offset: -18_000)
      ])
    let trend = try trend(.day, "2026-11-01", "2026-11-03", clock: clock)
    #expect(clock.midnight(of: try date("2026-11-01")) == instant("2026-11-01T04:00"))
    #expect(clock.date(at: instant("2026-11-01T04:45")) == (try date("2026-10-31")))
    #expect(trend.index(of: instant("2026-11-01T04:15")) == 0)
    #expect(trend.index(of: instant("2026-11-01T04:45")) == 0)
    #expect(trend.index(of: instant("2026-11-01T05:15")) == 0)
  }

  @Test func emptyPeriodHasNoSteps() throws {
    let trend = try trend(.day, "2026-11-02", "2026-11-02")
    #expect(trend.starts.isEmpty)
    #expect(trend.index(of: instant(0)) == nil)
  }

  @Test func pagesHaveTrendsOfTheirOwn() throws {
    var history = TestHistory([.inbound("2026-11-02T12:00")])
    history.channels.append(.init(page: 1))
    history.officeHours = [nil, nil]
    history.away = [.never, .never]
    history.add([.inbound("2026-11-03T12:00")], slice: 1)
    let trend = try trend(.day, "2026-11-02", "2026-11-04")
    let figures = try #require(history.summary(trends: [trend]).trends.first).figures
    #expect(figures.map { $0.map(\.openers) } == [[1, 0], [0, 1], [1, 1]])
  }
}
