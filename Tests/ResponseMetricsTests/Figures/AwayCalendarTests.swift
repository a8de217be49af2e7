import MessageHistory
import ResponseMetrics
import Testing

/// When a page is away: metrics.md, section 9.
@Suite struct AwayCalendarTests {
  @Test func pageIsAwayFromTheStartUpToTheEnd() {
    let away = AwayCalendar(intervals: [instant(10)..<instant(20), instant(30)..<instant(40)])
    let minutes: [Int64] = [9, 10, 19, 20, 29, 30, 39, 40]
    #expect(
      minutes.map { away.contains(instant(.minutes($0))) }
        == [false, true, true, false, false, true, true, false])
  }

  @Test func intervalsMayOverlapInAnyOrder() {
    let away = AwayCalendar(intervals: [
      instant(30)..<instant(40), instant(10)..<instant(35), instant(12)..<instant(13),
    ])
    let minutes: [Int64] = [9, 10, 14, 34, 36, 39, 40]
    #expect(
      minutes.map { away.contains(instant(.minutes($0))) }
        == [false, true, true, true, true, true, false])
  }

  @Test func pageWithoutIntervalsIsNeverAway() {
    #expect(!AwayCalendar.never.contains(instant(0)))
  }

  @Test func timeOutsideOfficeHoursMayCountAsAway() throws {
    // Mondays 09:00 to 12:00 in UTC; the tests' minute 0 is a Monday at nine.
    let shift = try #require(
      WeeklySchedule.Shift(weekday: 1, startMinute: 540, endMinute: 720))
    let hours = OfficeHours(
      schedule: WeeklySchedule(shifts: [shift]), holidays: [], clock: .utc,
      covering: instant(0)..<instant(.days(7)))
    let away = AwayCalendar(intervals: [instant(60)..<instant(90)], outside: hours)
    let minutes: [Int64] = [-1, 0, 59, 60, 90, 179, 180]
    #expect(
      minutes.map { away.contains(instant(.minutes($0))) }
        == [true, false, false, true, false, false, true])
  }
}
