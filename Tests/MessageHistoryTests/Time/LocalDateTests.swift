import Testing

@testable import MessageHistory

@Suite struct LocalDateTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2000-03-01", 11_017),
    ("2026-11-16", 20_773), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
  ])
  func dayNumberCountsFrom1970(text: String, dayNumber: Int) {
    #expect(LocalDate(text)?.dayNumber == dayNumber)
    #expect(LocalDate(dayNumber: dayNumber).description == text)
  }

  @Test(arguments: [
    "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-01-00",
    "0000-01-01", "10000-01-01", "2026-1-1", "2026/01/01", "20260101", "+026-01-01",
    "2026-01-01 ", "",
  ])
  func whatIsNoDateIsRefused(text: String) {
    #expect(LocalDate(text) == nil)
  }

  @Test func everyDayNumberFollowsACalendarThatCountsDayByDay() {
    var (year, month, day) = (1, 1, 1)
    for dayNumber in -719_162...2_932_896 {
      let civil = LocalDate(dayNumber: dayNumber).civil
      guard civil == (year, month, day),
        LocalDate(year: year, month: month, day: day)?.dayNumber == dayNumber
      else {
        Issue.record("day \(dayNumber) is \(civil), expected \((year, month, day))")
        return
      }
      let lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      day += 1
      if day > lengths[month - 1] { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    #expect((year, month, day) == (10_000, 1, 1))
  }

  private func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 400) || (year.isMultiple(of: 4) && !year.isMultiple(of: 100))
  }

  @Test(arguments: [
    ("2026-11-16", 1), ("2026-11-22", 7), ("1970-01-01", 4), ("1969-12-31", 3),
    ("0001-01-01", 1), ("2000-02-29", 2),
  ])
  func weekdayIsOneOnMondays(text: String, weekday: Int) {
    #expect(LocalDate(text)?.weekday == weekday)
  }

  @Test(arguments: [
    ("2026-11-18", "2026-11-16", "2026-11-01", "2026-10-01", "2026-01-01"),
    ("2027-01-01", "2026-12-28", "2027-01-01", "2027-01-01", "2027-01-01"),
    ("2024-02-29", "2024-02-26", "2024-02-01", "2024-01-01", "2024-01-01"),
    ("2026-09-30", "2026-09-28", "2026-09-01", "2026-07-01", "2026-01-01"),
  ])
  func startsAreOfTheUnitThatHoldsTheDate(
    text: String, week: String, month: String, quarter: String, year: String
  ) throws {
    let date = try #require(LocalDate(text))
    #expect(date.startOfWeek.description == week)
    #expect(date.startOfMonth.description == month)
    #expect(date.startOfQuarter.description == quarter)
    #expect(date.startOfYear.description == year)
  }

  @Test(arguments: [
    ("2026-11-18", "2026-11-23", "2026-12-01", "2027-01-01", "2027-01-01"),
    ("2024-02-29", "2024-03-04", "2024-03-01", "2024-04-01", "2025-01-01"),
    ("9999-12-31", "10000-01-03", "10000-01-01", "10000-01-01", "10000-01-01"),
  ])
  func nextStartsAreTheFirstOnesAfterTheDate(
    text: String, week: String, month: String, quarter: String, year: String
  ) throws {
    let date = try #require(LocalDate(text))
    #expect(date.startOfNextWeek.description == week)
    #expect(date.startOfNextMonth.description == month)
    #expect(date.startOfNextQuarter.description == quarter)
    #expect(date.startOfNextYear.description == year)
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
    ("2026-03-31", -1, "2026-02-28"), ("2026-11-16", 2, "2027-01-16"),
    ("2026-01-15", -13, "2024-12-15"), ("2024-02-29", 12, "2025-02-28"),
    ("0001-01-01", -1, "0000-12-01"), ("0001-01-01", -13, "-0001-12-01"),
  ])
  func addingMonthsKeepsTheDayOrTakesTheLastOne(text: String, months: Int, expected: String) {
    #expect(LocalDate(text)?.adding(months: months).description == expected)
  }

  @Test(arguments: [
    ("2026-11-16", 2026, 47), ("2026-01-01", 2026, 1), ("2027-01-03", 2026, 53),
    ("2027-01-04", 2027, 1), ("2021-01-03", 2020, 53), ("2024-12-30", 2025, 1),
    ("2005-01-01", 2004, 53), ("2008-12-29", 2009, 1),
  ])
  func isoWeekBelongsToTheYearOfItsThursday(text: String, year: Int, week: Int) throws {
    let date = try #require(LocalDate(text))
    #expect(ISOWeek(holding: date) == ISOWeek(year: year, week: week))
    #expect(ISOWeek(holding: date).monday == date.startOfWeek)
  }

  @Test(arguments: [(2020, 53), (2021, 52), (2026, 53), (2025, 52), (2032, 53), (1, 52)])
  func longYearsHaveFiftyThreeWeeks(year: Int, count: Int) {
    #expect(ISOWeek.count(inYear: year) == count)
    #expect(ISOWeek(year: year, week: count) != nil)
    #expect(ISOWeek(year: year, week: count + 1) == nil)
    #expect(ISOWeek(year: year, week: 0) == nil)
  }
}
