import ResponseMetrics
import Testing

@Suite struct WeeklyScheduleTests {
  @Test(arguments: [
    (weekday: 1, start: 0, end: 1, isShift: true),
    (weekday: 7, start: 1_439, end: 2_879, isShift: true),
    (weekday: 0, start: 540, end: 1_080, isShift: false),
    (weekday: 8, start: 540, end: 1_080, isShift: false),
    (weekday: 1, start: -1, end: 1_080, isShift: false),
    (weekday: 1, start: 1_440, end: 1_500, isShift: false),
    (weekday: 1, start: 540, end: 540, isShift: false),
    (weekday: 1, start: 540, end: 539, isShift: false),
    (weekday: 1, start: 540, end: 2_880, isShift: false),
  ])
  func aShiftBeginsOnADayOfTheWeekAndEndsBeforeTheNextDayDoes(
    weekday: Int, start: Int, end: Int, isShift: Bool
  ) {
    let shift = WeeklySchedule.Shift(weekday: weekday, startMinute: start, endMinute: end)
    #expect((shift != nil) == isShift)
  }

  @Test(arguments: [
    ("", ""),
    ("6 22:00-26:00, 1 09:00-12:30", "1 09:00-12:30, 6 22:00-26:00"),
    // Overlapping, touching, one inside the other.
    ("1 09:00-13:00, 1 11:00-15:00", "1 09:00-15:00"),
    ("1 12:00-18:00, 1 09:00-12:00", "1 09:00-18:00"),
    ("1 09:00-18:00, 1 10:00-11:00, 1 19:00-20:00", "1 09:00-18:00, 1 19:00-20:00"),
    ("1 09:00-12:00, 1 12:01-13:00", "1 09:00-12:00, 1 12:01-13:00"),
    // Shifts of two days stay two, because one of the days may be a holiday.
    ("1 20:00-24:00, 2 00:00-04:00", "1 20:00-24:00, 2 00:00-04:00"),
    ("1 20:00-26:00, 2 01:00-04:00", "1 20:00-26:00, 2 01:00-04:00"),
  ])
  func shiftsAreSortedAndThoseOfOneDayAreJoined(given: String, joined: String) throws {
    let schedule = try OfficeHoursSamples.schedule(given)
    #expect(schedule.shifts == (try OfficeHoursSamples.shifts(joined)))
    #expect(schedule == (try OfficeHoursSamples.schedule(joined)))
    #expect(schedule.isEmpty == joined.isEmpty)
  }
}
