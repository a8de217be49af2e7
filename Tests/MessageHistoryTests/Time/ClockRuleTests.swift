import Testing

@testable import MessageHistory

@Suite struct ClockRuleTests {
  @Test(arguments: [
    ("UTC0", 0), ("EST5", -18_000), ("<+0530>-5:30", 19_800), ("<-03>3", -10_800),
    ("<+1245>-12:45", 45_900), ("JST-9", 32_400), ("XYZ+23:59:59", -86_399),
    ("<-0044>0:44:30", -2_670),
  ])
  func aNameAndAnOffsetAreAFixedRule(text: String, offset: Int) {
    #expect(ClockRule(posix: text.utf8) == .fixed(offset: offset))
  }

  @Test func daylightTimeIsAnHourMoreAndChangesAtTwoUnlessWritten() {
    let expected = DaylightRule(
      standardOffset: -18_000, daylightOffset: -14_400,
      start: YearlyMoment(day: .weekday(month: 3, week: 2, weekday: 0), secondOfDay: 7_200),
      end: YearlyMoment(day: .weekday(month: 11, week: 1, weekday: 0), secondOfDay: 7_200))
    #expect(ClockRule(posix: "EST5EDT,M3.2.0,M11.1.0".utf8) == .daylight(expected))
    #expect(ClockRule(posix: "EST5EDT4,M3.2.0/2,M11.1.0/2:00:00".utf8) == .daylight(expected))
  }

  @Test func daysAndTimesAreReadInAllTheirForms() {
    #expect(
      ClockRule(posix: "<-02>2<-01>,J60/-1,365/26:15:10".utf8)
        == .daylight(
          DaylightRule(
            standardOffset: -7_200, daylightOffset: -3_600,
            start: YearlyMoment(day: .countedWithoutLeapDay(60), secondOfDay: -3_600),
            end: YearlyMoment(day: .countedFromZero(365), secondOfDay: 94_510))))
  }

  @Test(arguments: [
    "", "UTC", "U0", "<+03-3", "<>-3", "<a b>3", "EST25", "EST5:60", "EST5EDT", "EST5EDT,M3.2.0",
    "EST5EDT,M13.2.0,M11.1.0", "EST5EDT,M3.6.0,M11.1.0", "EST5EDT,M3.0.0,M11.1.0",
    "EST5EDT,M3.2.7,M11.1.0", "EST5EDT,J0,J365", "EST5EDT,J1,J366", "EST5EDT,0,366",
    "EST5EDT,M3.2.0/168,M11.1.0", "EST5EDT,M3.2.0,M11.1.0 ", "EST5EDT,M3.2.0,M11.1.0,", ":UTC0",
    "EST5EDT,M3.2.0/,M11.1.0", "EST+-5", "EST0005",
  ])
  func otherTextsAreNoRule(text: String) {
    #expect(ClockRule(posix: text.utf8) == nil)
  }

  @Test(arguments: [
    // The day before 1 March is the leap day, which J59 leaves out and 59 is.
    ("J59/0", 2024, "2024-02-28"), ("J60/0", 2024, "2024-03-01"), ("J60/0", 2025, "2025-03-01"),
    ("59/0", 2024, "2024-02-29"), ("59/0", 2025, "2025-03-01"), ("365/0", 2024, "2024-12-31"),
    ("M10.5.0/0", 2026, "2026-10-25"), ("M3.1.0/0", 2026, "2026-03-01"),
    ("M2.5.0/0", 2026, "2026-02-22"), ("M5.5.0/0", 2026, "2026-05-31"),
    ("M3.4.4/50", 2026, "2026-03-28"), ("M3.5.1/-1", 2026, "2026-03-29"),
  ])
  func momentsFallOnTheirDates(moment: String, year: Int, date: String) throws {
    guard case .daylight(let rule) = ClockRule(posix: "STD0DST,\(moment),J200".utf8) else {
      Issue.record("\(moment) is not read")
      return
    }
    let second = rule.start.localSecond(inYear: year)
    let day = LocalDate(dayNumber: Int(second.flooredQuotient(by: 86_400)))
    #expect(day.description == date)
  }
}
