import Testing

@testable import MessageHistory

@Suite struct TimestampParserTests {
  private func parse(_ text: String, clock: LocalClock = TestClocks.paris) -> ParsedTimestamp? {
    Array(text.utf8).withUnsafeBytes { TimestampParser.parse($0, clock: clock) }
  }

  @Test(
    arguments: [
      // 2026-11-16T08:41:00Z is 1,794,818,460 seconds after the epoch.
      ("2026-11-16T08:41:00Z", 1_794_818_460_000), ("2026-11-16t08:41:00z", 1_794_818_460_000),
      ("2026-11-16 08:41:00Z", 1_794_818_460_000), ("2026-11-16T08:41Z", 1_794_818_460_000),
      ("2026-11-16T09:41:00+01:00", 1_794_818_460_000),
      ("2026-11-16T09:41:00+0100", 1_794_818_460_000),
      ("2026-11-16T09:41:00+01", 1_794_818_460_000), ("2026-11-16T09:41+01", 1_794_818_460_000),
      ("2026-11-16T05:11:00-03:30", 1_794_818_460_000),
      ("2026-11-16T08:41:00-00:00", 1_794_818_460_000),
      ("2026-11-17T08:40:00+23:59", 1_794_818_460_000),
      ("2026-11-16T08:41:00.5Z", 1_794_818_460_500), ("2026-11-16T08:41:00,25Z", 1_794_818_460_250),
      ("2026-11-16T08:41:00.123999Z", 1_794_818_460_123),
      ("1969-12-31T23:59:59.9999Z", -1), ("1970-01-01T00:00:00Z", 0),
      ("2024-02-29T00:00:00Z", 1_709_164_800_000), ("0001-01-01T00:00:00Z", -62_135_596_800_000),
      ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
      ("1794818460", 1_794_818_460_000), ("1794818460000", 1_794_818_460_000),
      ("1794818460.5", 1_794_818_460_500), ("1794818460.123999", 1_794_818_460_123),
      ("1794818460000.9", 1_794_818_460_000), ("+1794818460", 1_794_818_460_000),
      ("0", 0), ("-1", -1_000), ("-1.0005", -1_001), ("-1.0000", -1_000), ("-0.0004", -1),
      ("-1.0010", -1_001), ("99999999999", 99_999_999_999_000),
      ("100000000000", 100_000_000_000), ("-99999999999.9", nil),
      ("-100000000000", -100_000_000_000), ("-100000000000.5", -100_000_000_001),
      ("0001794818460", 1_794_818_460_000), ("2026", 2_026_000), ("20261116", 20_261_116_000),
      ("253402300799999", 253_402_300_799_999), ("-62135596800000", -62_135_596_800_000),
    ] as [(String, Int64?)])
  func anAbsoluteTimeIsReadToTheMillisecond(text: String, milliseconds: Int64?) {
    let expected = milliseconds.map {
      ParsedTimestamp(instant: Instant(milliseconds: $0), reading: .absolute)
    }
    #expect(parse(text) == expected)
  }

  @Test(
    arguments: [
      ("2026-11-16T09:41:00", Instant.utc(2026, 11, 16, 8, 41), .unique),
      ("2026-11-16 09:41", Instant.utc(2026, 11, 16, 8, 41), .unique),
      ("2026-07-01T09:41:07.250", Instant.utc(2026, 7, 1, 7, 41, 7) + Milliseconds(250), .unique),
      ("2026-03-29T02:30", Instant.utc(2026, 3, 29, 1, 30), .inGap),
      ("2026-10-25T02:30", Instant.utc(2026, 10, 25, 0, 30), .ambiguous),
    ] as [(String, Instant, ParsedTimestamp.Reading)])
  func aNaiveTimeIsReadByTheClock(
    text: String, instant: Instant, reading: ParsedTimestamp.Reading
  ) {
    #expect(parse(text) == ParsedTimestamp(instant: instant, reading: reading))
  }

  @Test(arguments: [
    "", " ", "yesterday", "2026-11-16", "2026-11-16T", "2026-11-16T09", "2026-11-16T9:41",
    "2026-11-16T24:00:00", "2026-11-16T23:59:60Z", "2026-11-16T09:60", "2026-02-29T00:00",
    "2026-13-01T00:00", "2026-00-01T00:00", "2026-04-31T00:00", "2026-04-00T00:00",
    "0000-01-01T00:00", "12026-01-01T00:00", "-2026-01-01T00:00", "2026/11/16T09:41",
    "2026-11-16_09:41", "2026-11-16T09.41", "2026-11-16T09:41:", "2026-11-16T09:41:0",
    "2026-11-16T09:41:00.", "2026-11-16T09:41:00.Z", "2026-11-16T09:41.5",
    "2026-11-16T09:41:00+", "2026-11-16T09:41:00+1", "2026-11-16T09:41:00+1:00",
    "2026-11-16T09:41:00+24:00", "2026-11-16T09:41:00+01:60", "2026-11-16T09:41:00+01:0",
    "2026-11-16T09:41:00+010", "2026-11-16T09:41:00+01:000", "2026-11-16T09:41:00ZZ",
    "2026-11-16T09:41:00Z ", "2026-11-16T09:41:00 Z", "2026-11-16T09:41:00+01:00x",
    "2026-11-16T09:41:00A", "2026-11-16T0\u{0}:41:00", "-", "+", ".", ".5", "5.", "1e9", "1,5",
    "1.5.5", "--1", "0x10", "１７９４８１８４６０", "253402300800000", "-62135596800001",
    "99999999999999999999999999", "-99999999999999999999999999",
  ])
  func whatIsNeitherIsRefused(text: String) {
    #expect(parse(text) == nil)
  }

  @Test(
    arguments: [
      ("2026-11-16", Instant.utc(2026, 11, 15, 23), .unique),
      ("2026-11-16T06:00", Instant.utc(2026, 11, 16, 5), .unique),
      ("2026-11-16T06:00:00+00:00", Instant.utc(2026, 11, 16, 6), .absolute),
      ("2026-02-29", nil, .unique), ("2026", nil, .unique), ("1794818460", nil, .unique),
      ("tomorrow", nil, .unique), ("", nil, .unique),
    ] as [(String, Instant?, ParsedTimestamp.Reading)])
  func anOperatorMayWriteADateAloneButNoNumber(
    text: String, instant: Instant?, reading: ParsedTimestamp.Reading
  ) {
    let found = Array(text.utf8).withUnsafeBytes {
      TimestampParser.parseInstantOrDate($0, clock: TestClocks.paris)
    }
    #expect(found == instant.map { ParsedTimestamp(instant: $0, reading: reading) })
  }

  @Test func aDateAloneWithoutMidnightIsMovedOutOfTheGap() {
    let found = Array("2026-03-08".utf8).withUnsafeBytes {
      TimestampParser.parseInstantOrDate($0, clock: TestClocks.havana)
    }
    #expect(found == ParsedTimestamp(instant: .utc(2026, 3, 8, 5), reading: .inGap))
  }

  @Test(arguments: [11, 12, 13, 14] as [UInt64])
  func theParserAgreesWithASlowAndObviousOne(seed: UInt64) {
    var random = SplitMix(seed: seed)
    var accepted = 0
    for _ in 0..<5_000 {
      var bytes = Array(TimestampReference.randomText(using: &random).utf8)
      if Int.random(in: 0..<3, using: &random) == 0 {
        let place = Int.random(in: bytes.indices, using: &random)
        let replacement = "0123456789-:.,+TtZz \u{0}/;@".utf8.randomElement(using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = replacement ?? 0
        default: bytes[place] = .random(in: 0...255, using: &random)
        }
      }
      let found = bytes.withUnsafeBytes { TimestampParser.parse($0, clock: .utc) }
      let text = String(decoding: bytes, as: UTF8.self)
      let expected = TimestampReference.milliseconds(of: text)
      if expected != nil { accepted += 1 }
      #expect(
        found?.instant.milliseconds == expected, "seed \(seed), text \(text.debugDescription)")
    }
    #expect(accepted > 1_000 && accepted < 5_000, "seed \(seed)")
  }
}
