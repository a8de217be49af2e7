import MessageHistory
import ResponseMetrics
import Testing

/// The instants of the badge's history: metrics.md, section 6.
@Suite struct BadgeInstantTests {
  private func instants(
    _ from: String, _ to: String, asOf: Moment, clock: LocalClock = .utc
  ) throws -> [Instant] {
    let period = Period(
      kind: .dates, from: try #require(LocalDate(from)), to: try #require(LocalDate(to)),
      clock: clock)
    return MetricsSummary.badgeInstants(period: period, asOf: asOf.instant, clock: clock)
  }

  @Test func dateStandsForItsEndAndTheLastForAsOf() throws {
    #expect(
      try instants("2026-11-01", "2026-11-30", asOf: "2026-11-03T15:00")
        == [instant("2026-11-02T00:00"), instant("2026-11-03T00:00"), instant("2026-11-03T15:00")])
  }

  @Test func asOfFollowsAPeriodThatIsOver() throws {
    #expect(
      try instants("2026-11-01", "2026-11-03", asOf: "2026-11-20T15:00")
        == [instant("2026-11-02T00:00"), instant("2026-11-03T00:00"), instant("2026-11-20T15:00")])
  }

  @Test func asOfAtThePeriodsEndIsThereAlready() throws {
    #expect(
      try instants("2026-11-01", "2026-11-03", asOf: "2026-11-03T00:00")
        == [instant("2026-11-02T00:00"), instant("2026-11-03T00:00")])
  }

  @Test func dateThatBeginsAtAsOfHasItsRowToo() throws {
    // The 2nd ends at as-of, and the 3rd begins at it: both have their row.
    #expect(
      try instants("2026-11-02", "2026-11-30", asOf: "2026-11-03T00:00")
        == [instant("2026-11-03T00:00"), instant("2026-11-03T00:00")])
  }

  @Test func asOfBeforeThePeriodStandsAlone() throws {
    #expect(
      try instants("2026-11-10", "2026-11-12", asOf: "2026-11-03T15:00")
        == [instant("2026-11-03T15:00")])
  }

  @Test func datesEndAtLocalMidnight() throws {
    let west = LocalClock(name: "West", initialOffset: -18_000)
    #expect(
      try instants("2026-11-01", "2026-11-03", asOf: "2026-11-02T20:00", clock: west)
        == [instant("2026-11-02T05:00"), instant("2026-11-02T20:00")])
  }
}
