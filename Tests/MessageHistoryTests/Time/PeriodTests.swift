import Testing

@testable import MessageHistory

@Suite struct PeriodTests {
  /// Wednesday 2026-11-18, 09:30 in Paris.
  private let asOf = Instant.utc(2026, 11, 18, 8, 30)
  private let oldest = Instant.utc(2026, 2, 3, 23, 30)
  private let clock = TestClocks.paris

  @Test(
    arguments: [
      // (text, first date, last date, kind); Wednesday 2026-11-18 is in week 47.
      ("last-week", "2026-11-09", "2026-11-15", .dates),
      ("this-week", "2026-11-16", "2026-11-22", .dates),
      ("last-month", "2026-10-01", "2026-10-31", .month),
      ("this-month", "2026-11-01", "2026-11-30", .month),
      ("yesterday", "2026-11-17", "2026-11-17", .dates),
      ("last-7-days", "2026-11-11", "2026-11-17", .dates),
      ("last-30-days", "2026-10-19", "2026-11-17", .dates),
      ("2026-W46", "2026-11-09", "2026-11-15", .dates),
      ("2026-W01", "2025-12-29", "2026-01-04", .dates),
      ("2026-W53", "2026-12-28", "2027-01-03", .dates),
      ("2026-10", "2026-10-01", "2026-10-31", .month),
      ("2024-02", "2024-02-01", "2024-02-29", .month),
      ("2026-Q3", "2026-07-01", "2026-09-30", .quarter),
      ("2026-Q4", "2026-10-01", "2026-12-31", .quarter),
      ("2026", "2026-01-01", "2026-12-31", .year),
      ("9999", "9999-01-01", "9999-12-31", .year),
      ("2026-10-01..2026-10-31", "2026-10-01", "2026-10-31", .dates),
      ("2026-10-05..2026-10-05", "2026-10-05", "2026-10-05", .dates),
      // The oldest instant is on 4 February in Paris.
      ("all", "2026-02-04", "2026-11-18", .all),
    ] as [(String, String, String, Period.Kind)])
  func aPeriodIsWholeLocalDates(
    text: String, first: String, last: String, kind: Period.Kind
  ) throws {
    let expression = try PeriodExpression(text)
    let period = try #require(expression.resolve(asOf: asOf, oldest: oldest, clock: clock))
    #expect(period.from.description == first)
    #expect(period.lastDate.description == last)
    #expect(period.kind == kind)
    #expect(expression.description == text)
  }

  @Test func instantsRunFromMidnightToMidnight() throws {
    let period = try #require(
      PeriodExpression("2026-10").resolve(asOf: nil, oldest: nil, clock: clock))
    #expect(period.start == .utc(2026, 9, 30, 22))
    #expect(period.end == .utc(2026, 10, 31, 23))
    #expect(period.contains(period.start))
    #expect(!period.contains(period.start - Milliseconds(1)))
    #expect(period.contains(period.end - Milliseconds(1)))
    #expect(!period.contains(period.end))
    #expect(period.dayCount == 31)
  }

  @Test func relativePeriodsFollowTheLocalDateOfAsOf() throws {
    // 23:30 UTC of Sunday 15 November is Monday the 16th in Paris.
    let period = try PeriodExpression("last-week")
      .resolve(asOf: .utc(2026, 11, 15, 23, 30), oldest: nil, clock: clock)
    #expect(period?.from.description == "2026-11-09")
    let utc = try PeriodExpression("last-week")
      .resolve(asOf: .utc(2026, 11, 15, 23, 30), oldest: nil, clock: .utc)
    #expect(utc?.from.description == "2026-11-02")
  }

  @Test(arguments: ["last-week", "this-month", "yesterday", "all"])
  func withoutAsOfOnlyAbsolutePeriodsHaveDates(text: String) throws {
    let expression = try PeriodExpression(text)
    #expect(expression.resolve(asOf: nil, oldest: oldest, clock: clock) == nil)
    let week = try PeriodExpression("2026-W46").resolve(asOf: nil, oldest: nil, clock: clock)
    #expect(week?.from.description == "2026-11-09")
  }

  @Test func allOfNoDataHasNoDates() {
    #expect(PeriodExpression.all.resolve(asOf: asOf, oldest: nil, clock: clock) == nil)
    #expect(
      PeriodExpression.all.resolve(asOf: asOf, oldest: asOf + Milliseconds(1), clock: clock) == nil)
    let single = PeriodExpression.all.resolve(asOf: asOf, oldest: asOf, clock: clock)
    #expect(single?.dayCount == 1)
  }

  @Test(arguments: [
    ("last-week", "2026-11-02", "2026-11-08", "2025-11-10", "2025-11-16"),
    ("yesterday", "2026-11-16", "2026-11-16", "2025-11-18", "2025-11-18"),
    ("last-30-days", "2026-09-19", "2026-10-18", "2025-10-20", "2025-11-18"),
    ("2026-10", "2026-09-01", "2026-09-30", "2025-10-01", "2025-10-31"),
    ("last-month", "2026-09-01", "2026-09-30", "2025-10-01", "2025-10-31"),
    ("this-month", "2026-10-01", "2026-10-31", "2025-11-01", "2025-11-30"),
    ("2025-02", "2025-01-01", "2025-01-31", "2024-02-01", "2024-02-29"),
    ("2026-01", "2025-12-01", "2025-12-31", "2025-01-01", "2025-01-31"),
    ("2026-Q1", "2025-10-01", "2025-12-31", "2025-01-01", "2025-03-31"),
    ("2026", "2025-01-01", "2025-12-31", "2025-01-01", "2025-12-31"),
    // Written as dates, a month is compared with as many days.
    ("2026-10-01..2026-10-31", "2026-08-31", "2026-09-30", "2025-10-02", "2025-11-01"),
  ])
  func theComparedPeriodIsTheOneBeforeOrAYearBefore(
    text: String, previousFirst: String, previousLast: String, yearFirst: String, yearLast: String
  ) throws {
    let period = try #require(
      PeriodExpression(text).resolve(asOf: asOf, oldest: oldest, clock: clock))
    let old = Instant.utc(2000, 1, 1)
    let previous = try #require(period.compared(.previous, oldest: old, clock: clock))
    #expect("\(previous.from) \(previous.lastDate)" == "\(previousFirst) \(previousLast)")
    #expect(previous.kind == period.kind)
    let lastYear = try #require(period.compared(.lastYear, oldest: old, clock: clock))
    #expect("\(lastYear.from) \(lastYear.lastDate)" == "\(yearFirst) \(yearLast)")
  }

  @Test func allHasNoComparedPeriod() throws {
    let all = try #require(
      PeriodExpression.all.resolve(asOf: asOf, oldest: oldest, clock: clock))
    #expect(all.compared(.previous, oldest: .utc(2000, 1, 1), clock: clock) == nil)
    #expect(all.compared(.lastYear, oldest: .utc(2000, 1, 1), clock: clock) == nil)
  }

  @Test func aPeriodThatEndsBeforeTheDataIsNotCompared() throws {
    let period = try #require(
      PeriodExpression("2026-10").resolve(asOf: asOf, oldest: nil, clock: clock))
    // September ends in Paris at 22:00 UTC.
    let end = Instant.utc(2026, 9, 30, 22)
    #expect(period.compared(.previous, oldest: end, clock: clock) == nil)
    #expect(period.compared(.previous, oldest: end - Milliseconds(1), clock: clock) != nil)
    #expect(period.compared(.previous, oldest: nil, clock: clock) == nil)
  }
}
