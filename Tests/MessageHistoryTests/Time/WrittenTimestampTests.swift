import Testing

@testable import MessageHistory

/// Timestamps that tell everything by themselves, beyond ISO 8601 and Unix time.
struct WrittenTimestampTests {
  private func parse(
    _ text: String, clock: LocalClock = .utc, order: DateOrder = .dayMonthYear
  ) -> ParsedTimestamp? {
    parse(Array(text.utf8), clock: clock, order: order)
  }

  private func parse(
    _ text: [UInt8], clock: LocalClock = .utc, order: DateOrder = .dayMonthYear
  ) -> ParsedTimestamp? {
    let zones = ZoneDirectory { $0 == "Europe/Paris" ? TestClocks.paris : nil }
    let reading = TimestampReading(clock: clock, zones: zones, order: order)
    var evidence = TimestampEvidence()
    return text.withUnsafeBytes {
      reading.parse($0, at: Place(0), &evidence)
    }
  }

  // 2017-10-31T22:10:47Z is 1,509,487,847 seconds after the epoch, 2019-05-24T17:18:27Z
  // 1,558,718,307, 2023-02-03T16:34:19Z 1,675,442,059.
  @Test(
    arguments: [
      ("Tue Oct 31 22:10:47 +0000 2017", 1_509_487_847),
      ("Tue Oct 31 22:10:47 UTC 2017", 1_509_487_847),
      ("Tue Oct 31 23:10:47 CET 2017", 1_509_487_847),
      ("Fri, 24 May 2019 17:18:27 +0000", 1_558_718_307),
      ("24 May 2019 19:18:27 +0200", 1_558_718_307), ("24 May 19 17:18:27 GMT", 1_558_718_307),
      ("Fri, 24 May 2019 17:18:27 +0000 (UTC)", 1_558_718_307),
      ("Fri, 24 May 2019 10:18:27 PDT", 1_558_718_307),
      ("Fri, 24 May 2019 12:18:27 EST", 1_558_718_307),
      ("Tue Oct 31 2017 23:10:47 GMT+0100 (Central European Standard Time)", 1_509_487_847),
      ("2023-02-03 16:34:19 UTC", 1_675_442_059), ("2023-02-03 16:34:19 GMT", 1_675_442_059),
      ("2023-02-03 16:34:19 Z", 1_675_442_059), ("2023-02-03 16:34:19 utc", 1_675_442_059),
      ("2023-02-03 17:34:19 +0100", 1_675_442_059), ("2023-02-03 17:34:19 +01:00", 1_675_442_059),
      ("2023-02-03 17:34:19 UTC+1", 1_675_442_059),
      ("2023-02-03 14:04:19 GMT-02:30", 1_675_442_059),
      ("2023-02-03 17:34:19 CET", 1_675_442_059), ("2023-02-04 01:34:19 JST", 1_675_442_059),
      ("2023-02-04 03:04:19 ACDT", 1_675_442_059), ("2023-02-03 06:34:19 HST", 1_675_442_059),
      ("2023-02-03T17:34:19+01:00[Europe/Paris]", 1_675_442_059),
      ("2023/02/03 16:34:19Z", 1_675_442_059), ("2023.02.03 16:34:19 Z", 1_675_442_059),
      ("Feb 3, 2023 4:34:19 PM UTC", 1_675_442_059),
    ] as [(String, Int64)])
  func aTimeWithAZoneIsAnInstant(text: String, seconds: Int64) {
    #expect(
      parse(text, clock: TestClocks.apia)
        == ParsedTimestamp(instant: Instant(milliseconds: seconds * 1_000), reading: .absolute))
  }

  @Test(
    arguments: [
      ("Oct 31, 2017 10:10 PM", .utc(2017, 10, 31, 22, 10)),
      ("October 31, 2017 at 10:10 PM", .utc(2017, 10, 31, 22, 10)),
      ("Oct 31 2017, 10:10:05 pm", .utc(2017, 10, 31, 22, 10, 5)),
      ("Tuesday, October 31, 2017 10:10 PM", .utc(2017, 10, 31, 22, 10)),
      ("Sept. 3, 2017 9:05", .utc(2017, 9, 3, 9, 5)),
      ("31 Oct 2017 22:10", .utc(2017, 10, 31, 22, 10)),
      ("31. October 2017, 22:10", .utc(2017, 10, 31, 22, 10)),
      ("31-Oct-17 22:10:47", .utc(2017, 10, 31, 22, 10, 47)),
      ("31/Oct/2017 22:10:47", .utc(2017, 10, 31, 22, 10, 47)),
      ("2017-Oct-31 22:10", .utc(2017, 10, 31, 22, 10)),
      ("1-JAN-69 00:00", .utc(1969, 1, 1)), ("1-JAN-68 00:00", .utc(2068, 1, 1)),
      ("Tue Oct 31 22:10:47 2017", .utc(2017, 10, 31, 22, 10, 47)),
      ("2024/12/01, 10:04 pm", .utc(2024, 12, 1, 22, 4)),
      ("2024/12/01, 10:04 p.m.", .utc(2024, 12, 1, 22, 4)),
      ("2024/12/01, 10:04\u{202F}PM", .utc(2024, 12, 1, 22, 4)),
      ("2024/12/01, 10:04\u{A0}p.\u{A0}m.", .utc(2024, 12, 1, 22, 4)),
      ("2024/12/01 10:04PM", .utc(2024, 12, 1, 22, 4)),
      ("2024/12/01 10:04 p", .utc(2024, 12, 1, 22, 4)),
      ("2024/12/01 12:00 AM", .utc(2024, 12, 1)), ("2024/12/01 12:00 PM", .utc(2024, 12, 1, 12)),
      ("2024/12/01 0:30 am", .utc(2024, 12, 1, 0, 30)),
      ("2024/12/01 13:30 PM", .utc(2024, 12, 1, 13, 30)),
      ("2024-1-5 9:05", .utc(2024, 1, 5, 9, 5)), ("2024-01-05T9:05", .utc(2024, 1, 5, 9, 5)),
      ("2024. 12. 01. 10:04", .utc(2024, 12, 1, 10, 4)),
      ("2024/12/01 10.04", .utc(2024, 12, 1, 10, 4)),
      ("2024/12/01 10.04.59", .utc(2024, 12, 1, 10, 4, 59)),
      ("\u{200E}[2024/12/01, 10:04:59]", .utc(2024, 12, 1, 10, 4, 59)),
      ("[\u{200E}2024/12/01,\u{202F}10:04:59\u{200E}]", .utc(2024, 12, 1, 10, 4, 59)),
    ] as [(String, Instant)])
  func aNaiveTimeIsReadByTheClock(text: String, instant: Instant) {
    #expect(parse(text) == ParsedTimestamp(instant: instant, reading: .unique))
  }

  @Test func fractionsAreCutOffAtTheMillisecond() {
    let whole = Instant.utc(2024, 12, 1, 10, 4, 59)
    #expect(parse("2024/12/01 10:04:59.1239")?.instant == whole + Milliseconds(123))
    #expect(parse("2024/12/01 10:04:59,5")?.instant == whole + Milliseconds(500))
  }

  @Test(
    arguments: [
      ("2026-07-01 09:41:00 Europe/Paris", .utc(2026, 7, 1, 7, 41), .unique),
      ("01/07/2026 09:41 Europe/Paris", .utc(2026, 7, 1, 7, 41), .unique),
      ("2026-03-29T02:30[Europe/Paris]", .utc(2026, 3, 29, 1, 30), .inGap),
      ("2026-10-25 02:30 Europe/Paris", .utc(2026, 10, 25, 0, 30), .ambiguous),
    ] as [(String, Instant, ParsedTimestamp.Reading)])
  func aNamedZoneTakesTheClocksPlace(
    text: String, instant: Instant, reading: ParsedTimestamp.Reading
  ) {
    #expect(parse(text) == ParsedTimestamp(instant: instant, reading: reading))
  }

  @Test func naiveTimesOnAChangeOfTheClockAreTold() {
    #expect(
      parse("29/03/2026 02:30", clock: TestClocks.paris)
        == ParsedTimestamp(instant: .utc(2026, 3, 29, 1, 30), reading: .inGap))
    #expect(
      parse("Oct 25, 2026 2:30 AM", clock: TestClocks.paris)
        == ParsedTimestamp(instant: .utc(2026, 10, 25, 0, 30), reading: .ambiguous))
  }

  @Test(
    arguments: [
      ("05/11/2026 18:23", .dayMonthYear, .utc(2026, 11, 5, 18, 23)),
      ("05/11/2026 18:23", .monthDayYear, .utc(2026, 5, 11, 18, 23)),
      ("05/11/26 18:23", .yearMonthDay, .utc(2005, 11, 26, 18, 23)),
      ("15.01.24, 10:30:45", .dayMonthYear, .utc(2024, 1, 15, 10, 30, 45)),
      ("7/12/21 10:48 AM", .monthDayYear, .utc(2021, 7, 12, 10, 48)),
      ("29-02-2016 01:16", .dayMonthYear, .utc(2016, 2, 29, 1, 16)),
      ("29-02-2016 01:16", .monthDayYear, nil), ("7/12/21 10:48 AM", .yearMonthDay, nil),
      ("05/11/2026 18:23", .yearMonthDay, nil),
      ("31/12/68 0:00", .dayMonthYear, .utc(2068, 12, 31)),
      ("31/12/69 0:00", .dayMonthYear, .utc(1969, 12, 31)),
    ] as [(String, DateOrder, Instant?)])
  func anOrderTellsDayMonthAndYear(text: String, order: DateOrder, instant: Instant?) {
    #expect(parse(text, order: order)?.instant == instant)
  }

  @Test(arguments: [
    "", "soon", "2024-12-01", "01/12/2024", "31 Oct 2017", "01/12/2024T", "01/12/2024 at",
    "01/12/2024 10", "01/12/2024 10:4", "01/12/2024 10:60", "01/12/2024 24:00",
    "01/12/2024 10:04:60", "01/12/2024 10:04:", "01/12/2024 10:04:59.", "01/12/2024 10.04:59",
    "01/12/2024 13:00 AM", "01/12/2024 10:04 XM", "01/12/2024 10:04 AMT", "1/2/3 10:04",
    "01/12/024 10:04", "001/12/2024 10:04", "01/12/20245 10:04", "01/12-2024 10:04",
    "31/02/2024 10:04", "31/31/2024 10:04", "00/12/2024 10:04", "2024/13/01 10:04",
    "2024/12/01 10:04 IST", "2024/12/01 10:04 EST", "2024/12/01 10:04 BST",
    "2024/12/01 10:04 CST", "Tue Oct 31 22:10:47 EST 2017", "2024/12/01 10:04 Mars/Olympus",
    "2024/12/01 10:04 +1", "2024/12/01 10:04 +24:00", "2024/12/01 10:04 +01:60",
    "2024/12/01 10:04 +010", "2024/12/01 10:04 UTC+", "2024/12/01 10:04 UTC (", "Oct 31 22:10:47",
    "Okt 31, 2017 10:10", "31 Oct 10:10", "Oct 2017 10:10", "[2024/12/01 10:04",
    "2024/12/01 10:04]", "2024/12/01 10:04 and more", "2024/12/01 10:04 2024",
    "2024/12/01 10:04 (UTC)", "12.01 10:04", "1,5", "2024-12-01 10:04 Europe/",
  ])
  func whatIsNoTimestampIsRefused(text: String) {
    #expect(parse(text) == nil)
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func whateverIsReadLiesInTheYearsThatThereAre(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let pieces: [[UInt8]] =
      [
        "1", "31", "2024", "/", ".", "-", ":", ",", " ", "T", "Oct", "Tue", "PM", "a.", "+", "UTC",
        "[", "]", "(", ")", "Europe/Paris", "\u{200E}", "\u{A0}", "99999", "2024/12/01 10:04",
      ].map { Array($0.utf8) } + [[0], [0xE2], [0xC2], [0xE2, 0x80], [0xFF]]
    var accepted = 0
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 0..<14, using: &random)).flatMap { _ in
        pieces.randomElement(using: &random) ?? []
      }
      guard let found = parse(text) else { continue }
      accepted += 1
      let years = Instant.utc(0, 12, 31)..<Instant.utc(10_000, 1, 2)
      #expect(years.contains(found.instant), "seed \(seed)")
    }
    #expect(accepted > 0, "seed \(seed)")
  }
}
