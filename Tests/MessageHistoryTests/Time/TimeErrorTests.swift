import Testing

@testable import MessageHistory

@Suite struct TimeErrorTests {
  private static let forms =
    "last-week, this-week, last-month, this-month, yesterday, last-7-days, last-30-days, "
    + "2026-W46, 2026-10, 2026-Q3, 2026, 2026-10-01..2026-10-31 or all"

  @Test(arguments: [
    (
      "last-weak",
      "the period is in no known form (found last-weak, expected \(forms)); "
        + "choose one of these forms"
    ),
    (
      "",
      "the period is in no known form (found nothing, expected \(forms)); "
        + "choose one of these forms"
    ),
    (
      "2025-W53",
      "there is no such week (found 2025-W53, expected 2025-W01 to 2025-W52); choose one of these"
    ),
    (
      "2026-W54",
      "there is no such week (found 2026-W54, expected 2026-W01 to 2026-W53); choose one of these"
    ),
    (
      "2026-13",
      "there is no such month (found 2026-13, expected 2026-01 to 2026-12); choose one of these"
    ),
    (
      "2026-Q5",
      "there is no such quarter (found 2026-Q5, expected 2026-Q1 to 2026-Q4); choose one of these"
    ),
    (
      "0000",
      "there is no such year (found 0000, expected 0001 to 9999); choose one of these"
    ),
    (
      "2026-02-01..2026-02-29",
      "there is no date 2026-02-29 (found 2026-02-01..2026-02-29, "
        + "expected two dates as YYYY-MM-DD..YYYY-MM-DD); correct the date"
    ),
    (
      "2026-10-31..2026-10-01",
      "the period ends before it starts (found 2026-10-31..2026-10-01, "
        + "expected the earlier date first, both included); exchange the dates"
    ),
  ])
  func aPeriodThatMeansNothingSaysWhatWasExpected(text: String, message: String) {
    let error = #expect(throws: TimeError.self) { try PeriodExpression(text) }
    #expect(error?.message == message)
  }

  @Test(arguments: [
    "Last-Week", "last-8-days", "2026-w46", "2026-W4", "2026-W", "2026-", "26", "2026-1",
    "2026-10-01", "2026-10-01...2026-10-31", "2026-10-01..", "2026-10-01..2026-10-3x", "2026-Qx",
    "20261", "2026/10", " all",
  ])
  func otherFormsAreUnknown(text: String) {
    #expect(throws: TimeError.period(found: text, .unknownForm)) { try PeriodExpression(text) }
  }

  @Test func aLongOrHostileTextIsCutAndDisarmed() {
    let error = TimeError.period(
      found: "\u{1B}[2J" + String(repeating: "x", count: 60), .noSuchYear)
    #expect(
      error.message == "there is no such year (found \u{FFFD}[2J"
        + String(repeating: "x", count: 36) + "…, expected 0001 to 9999); choose one of these")
  }

  @Test(arguments: [
    (ZoneFileFlaw.notZoneData, "other bytes", "TZif"),
    (.cutOff, "the end of the file", "the data that the header announces"),
    (.noOffsets, "no offset", "at least one"),
    (.countsLeapSeconds, "leap seconds", "a zone without them"),
    (.transitionsOutOfOrder, "a time not after the one before", "transitions in order of time"),
    (.unknownOffset(number: 5, count: 3), "offset number 5", "0 to 2"),
    (
      .impossibleOffset(seconds: 99_999), "an offset of 99999 seconds",
      "less than 24 hours, east or west"
    ),
    (.impossibleRule, "another text", "a POSIX time zone rule between two line ends"),
  ])
  func aBrokenZoneFileSaysWhereAndWhat(flaw: ZoneFileFlaw, found: String, expected: String) {
    #expect(
      TimeError.zoneFile(byte: 98, flaw).message
        == "time zone data cannot be used (at byte 98 found \(found), expected \(expected)); "
        + "install the system's time zone data again")
  }
}
