import MessageHistory
import ResponseMetrics
import Testing

/// Stretches of time and their office time, worked by hand.
@Suite struct OfficeHoursTests {
  static let weekdays =
    "1 09:00-12:30, 1 13:30-18:00, 2 09:00-12:30, 2 13:30-18:00, 3 09:00-12:30, 3 13:30-18:00, "
    + "4 09:00-12:30, 4 13:30-18:00, 5 09:00-12:30, 5 13:30-18:00"
  static let nights =
    "1 22:00-26:00, 2 22:00-26:00, 3 22:00-26:00, 4 22:00-26:00, 5 22:00-26:00, 6 22:00-26:00, "
    + "7 22:00-26:00"
  static let always =
    "1 00:00-24:00, 2 00:00-24:00, 3 00:00-24:00, 4 00:00-24:00, 5 00:00-24:00, 6 00:00-24:00, "
    + "7 00:00-24:00"

  /// 2026-11-16 is a Monday, 2026-12-25 a Friday.
  @Test(
    arguments: [
      // Within a shift, over lunch, over a weekend, over a whole week.
      (weekdays, [], "2026-11-16T09:10:00.250+01:00", "2026-11-16T09:10:01+01:00", 0.0125),
      (weekdays, [], "2026-11-16T12:00+01:00", "2026-11-16T14:00+01:00", 60),
      (weekdays, [], "2026-11-13T17:30+01:00", "2026-11-16T09:20+01:00", 50),
      (weekdays, [], "2026-11-16T00:00+01:00", "2026-11-23T00:00+01:00", 2_400),
      // Outside all shifts.
      (weekdays, [], "2026-11-14T00:00+01:00", "2026-11-16T09:00+01:00", 0),
      (weekdays, [], "2026-11-16T12:30+01:00", "2026-11-16T13:30+01:00", 0),
      // Nothing, and backwards.
      (weekdays, [], "2026-11-16T10:00+01:00", "2026-11-16T10:00+01:00", 0),
      (weekdays, [], "2026-11-16T11:00+01:00", "2026-11-16T10:00+01:00", 0),
      ("", [], "2026-11-16T00:00+01:00", "2026-11-23T00:00+01:00", 0),
      // Past midnight, from Sunday into Monday too, up to 24:00, and longer than a day.
      ("6 22:00-26:00", [], "2026-11-14T23:00+01:00", "2026-11-15T12:00+01:00", 180),
      ("7 22:00-26:00", [], "2026-11-15T23:30+01:00", "2026-11-16T01:00+01:00", 90),
      ("1 20:00-24:00", [], "2026-11-16T00:00+01:00", "2026-11-17T12:00+01:00", 240),
      ("1 00:00-47:59", [], "2026-11-16T00:00+01:00", "2026-11-20T00:00+01:00", 2_879),
      // Overlaps count once, within a day and over midnight; touching shifts have no seam.
      ("1 09:00-13:00, 1 11:00-15:00", [], "2026-11-16T08:00+01:00", "2026-11-16T16:00+01:00", 360),
      ("1 20:00-27:00, 2 01:00-04:00", [], "2026-11-16T12:00+01:00", "2026-11-17T12:00+01:00", 480),
      ("1 20:00-24:00, 2 00:00-04:00", [], "2026-11-16T22:00+01:00", "2026-11-17T02:00+01:00", 240),
      (always, [], "2026-11-16T00:00+01:00", "2026-11-23T00:00+01:00", 10_080),
      // A shift that begins on a holiday is not worked at all, not even on the next day.
      (weekdays, ["2026-12-25"], "2026-12-24T17:00+01:00", "2026-12-28T10:00+01:00", 120),
      (nights, ["2026-12-25"], "2026-12-25T12:00+01:00", "2026-12-26T12:00+01:00", 0),
      // A shift that runs into a holiday ends at its midnight.
      (nights, ["2026-12-25"], "2026-12-24T12:00+01:00", "2026-12-25T12:00+01:00", 120),
      (nights, ["2026-12-25"], "2026-12-24T12:00+01:00", "2026-12-27T12:00+01:00", 360),
      (always, ["2026-12-25"], "2026-12-24T00:00+01:00", "2026-12-27T00:00+01:00", 2_880),
      // A day's clock change gives and takes an hour.
      ("7 00:00-08:00", [], "2026-03-29T00:00+01:00", "2026-03-30T00:00+02:00", 420),
      ("7 00:00-08:00", [], "2026-10-25T00:00+02:00", "2026-10-26T00:00+01:00", 540),
      (always, [], "2026-03-23T00:00+01:00", "2026-03-30T00:00+02:00", 10_020),
      (always, [], "2026-10-19T00:00+02:00", "2026-10-26T00:00+01:00", 10_140),
      // From a time that the clock skips: 02:30 is 03:30. Up to one: 02:30 is 03:30.
      ("7 02:30-05:00", [], "2026-03-29T00:00+01:00", "2026-03-30T00:00+02:00", 90),
      ("7 01:00-02:30", [], "2026-03-29T00:00+01:00", "2026-03-30T00:00+02:00", 90),
      // Both: 03:10 to 03:40. From one to soon after the gap: 03:15 to 03:05 is nothing.
      ("7 02:10-02:40", [], "2026-03-29T03:10+02:00", "2026-03-29T03:40+02:00", 30),
      ("7 02:10-02:40", [], "2026-03-29T00:00+01:00", "2026-03-30T00:00+02:00", 30),
      ("7 02:15-03:05", [], "2026-03-29T00:00+01:00", "2026-03-30T00:00+02:00", 0),
      // A shift that is moved onto the next one counts once: 01:00 to 03:30, 03:00 to 05:00.
      (
        "7 01:00-02:30, 7 03:00-05:00", [], "2026-03-29T00:00+01:00", "2026-03-30T00:00+02:00", 180
      ),
      // What lies within another shift adds nothing: 01:00 to 03:10.
      (
        "7 01:00-03:10, 7 02:30-02:50", [], "2026-03-29T00:00+01:00", "2026-03-30T00:00+02:00", 70
      ),
      (
        "6 23:00-27:10, 7 02:30-02:50", [], "2026-03-29T00:00+01:00", "2026-03-30T00:00+02:00", 130
      ),
      // From and up to a time that comes twice: the first time.
      ("7 02:30-03:00", [], "2026-10-25T00:00+02:00", "2026-10-26T00:00+01:00", 90),
      ("7 01:00-02:30", [], "2026-10-25T00:00+02:00", "2026-10-26T00:00+01:00", 90),
      ("7 02:10-02:40", [], "2026-10-25T02:10+02:00", "2026-10-25T02:40+02:00", 30),
      ("7 02:10-02:40", [], "2026-10-25T00:00+02:00", "2026-10-26T00:00+01:00", 30),
    ] as [(String, [String], String, String, Double)])
  func officeTimeIsTheRealTimeInsideShifts(
    schedule: String, holidays: [String], start: String, end: String, minutes: Double
  ) throws {
    try expect(
      minutes, from: start, to: end, schedule: schedule, holidays: holidays,
      clock: OfficeHoursSamples.paris)
  }

  /// 2011-12-30, a Friday, does not exist: its shifts are moved to the 31st, a day later.
  @Test(
    arguments: [
      ("5 09:00-17:00", [], 480),
      ("5 09:00-17:00", ["2011-12-30"], 0),
      ("5 09:00-17:00, 6 10:00-18:00", [], 540),
      ("4 20:00-26:00", [], 360),
      ("4 20:00-26:00", ["2011-12-30"], 240),
    ] as [(String, [String], Double)])
  func timesOfADateThatTheClockSkipsMoveForwardByADay(
    schedule: String, holidays: [String], minutes: Double
  ) throws {
    try expect(
      minutes, from: "2011-12-29T00:00-10:00", to: "2012-01-01T00:00+14:00", schedule: schedule,
      holidays: holidays, clock: OfficeHoursSamples.apia)
  }

  /// On 2026-11-01, a Sunday, 00:00 comes at 02:30 UTC, and at 03:30 UTC again.
  @Test(
    arguments: [
      ("6 20:00-24:00", [], 240),
      ("7 00:00-04:00", [], 300),
      ("6 20:00-24:00", ["2026-11-01"], 240),
      ("6 20:00-28:00", ["2026-11-01"], 240),
      ("7 00:00-04:00", ["2026-10-31"], 300),
    ] as [(String, [String], Double)])
  func aMidnightThatComesTwiceIsTheFirstOne(
    schedule: String, holidays: [String], minutes: Double
  ) throws {
    try expect(
      minutes, from: "2026-10-31T12:00Z", to: "2026-11-02T00:00Z", schedule: schedule,
      holidays: holidays, clock: OfficeHoursSamples.stJohns)
  }

  @Test(arguments: [
    ("2026-11-16T08:59:59.999+01:00", false),
    ("2026-11-16T09:00+01:00", true),
    ("2026-11-16T12:29:59.999+01:00", true),
    ("2026-11-16T12:30+01:00", false),
    ("2026-11-15T10:00+01:00", false),
    ("2026-12-25T10:00+01:00", false),
  ])
  func theOfficeIsOpenFromTheStartOfAShiftUpToItsEnd(text: String, isOpen: Bool) throws {
    let instant = try OfficeHoursSamples.instant(text)
    let office = OfficeHours(
      schedule: try OfficeHoursSamples.schedule(OfficeHoursTests.weekdays),
      holidays: try OfficeHoursSamples.dates(["2026-12-25"]), clock: OfficeHoursSamples.paris,
      covering: instant..<instant)
    #expect(office.contains(instant) == isOpen)
  }

  private func expect(
    _ minutes: Double, from startText: String, to endText: String, schedule: String,
    holidays: [String], clock: LocalClock
  ) throws {
    let start = try OfficeHoursSamples.instant(startText)
    let end = try OfficeHoursSamples.instant(endText)
    let office = OfficeHours(
      schedule: try OfficeHoursSamples.schedule(schedule),
      holidays: try OfficeHoursSamples.dates(holidays), clock: clock,
      covering: min(start, end)..<max(start, end))
    #expect(office.time(from: start, to: end) == Milliseconds(Int64(minutes * 60_000)))
  }
}
