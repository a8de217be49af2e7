import Testing

@testable import MessageHistory

@Suite struct InstantFormatTests {
  @Test(
    arguments: [
      (TestClocks.paris, 1_794_818_460_000, "2026-11-16T09:41:00+01:00"),
      (TestClocks.paris, 1_794_818_460_001, "2026-11-16T09:41:00.001+01:00"),
      (TestClocks.paris, 1_794_818_460_250, "2026-11-16T09:41:00.250+01:00"),
      (LocalClock.utc, 0, "1970-01-01T00:00:00+00:00"),
      (LocalClock.utc, -1, "1969-12-31T23:59:59.999+00:00"),
      (LocalClock.utc, 253_402_300_799_999, "9999-12-31T23:59:59.999+00:00"),
      (LocalClock.utc, -62_135_596_800_000, "0001-01-01T00:00:00+00:00"),
      (TestClocks.clock("America/St_Johns", "NST3:30"), 0, "1969-12-31T20:30:00-03:30"),
      (
        TestClocks.clock("Pacific/Apia", "<+14>-14"), 253_402_300_799_000,
        "10000-01-01T13:59:59+14:00"
      ),
      (TestClocks.clock("X", "XXX5"), -62_135_596_800_000, "0000-12-31T19:00:00-05:00"),
    ] as [(LocalClock, Int64, String)])
  func instantsAreWrittenWithOffsetAndDecimalsOnlyWhereNeeded(
    clock: LocalClock, milliseconds: Int64, text: String
  ) {
    #expect(InstantFormat(clock: clock).string(Instant(milliseconds: milliseconds)) == text)
  }

  @Test(arguments: [
    // 9 minutes 21 seconds are shown as 9 minutes, 44 minutes 30 seconds west as 44.
    (TestClocks.oldParis, Instant.utc(1900, 1, 1, 12), "1900-01-01T12:09:00+00:09"),
    (TestClocks.clock("X", "LMT0:44:30"), Instant.utc(1960, 1, 1, 12), "1960-01-01T11:16:00-00:44"),
    (TestClocks.clock("X", "LMT0:00:30"), Instant.utc(1960, 1, 1, 12), "1960-01-01T12:00:00+00:00"),
  ])
  func anOffsetWithSecondsIsCutToMinutesTogetherWithTheTime(
    clock: LocalClock, instant: Instant, text: String
  ) {
    #expect(InstantFormat(clock: clock).string(instant) == text)
  }

  @Test(arguments: [TestClocks.paris, TestClocks.apia, TestClocks.oldParis, .utc])
  func whatIsWrittenIsReadBackAsTheSameInstant(clock: LocalClock) {
    var random = SplitMix(seed: 5)
    let format = InstantFormat(clock: clock)
    for _ in 0..<2_000 {
      let instant = Instant(
        milliseconds: .random(in: -62_000_000_000_000...253_000_000_000_000, using: &random))
      var bytes: [UInt8] = []
      format.write(instant, to: &bytes)
      let parsed = bytes.withUnsafeBytes { TimestampParser.parse($0, clock: .utc) }
      #expect(parsed == ParsedTimestamp(instant: instant, reading: .absolute), "seed 5")
    }
  }

  @Test(arguments: [TestClocks.paris, TestClocks.apia, TestClocks.oldParis, .utc])
  func whatIsRememberedOfTheLastInstantChangesNoText(clock: LocalClock) {
    var random = SplitMix(seed: 6)
    let format = InstantFormat(clock: clock)
    var memo = InstantMemo(clock: clock)
    var milliseconds: Int64 = 0
    for _ in 0..<20_000 {
      // Mostly steps within a day, some to another year or out of the four digits of a year.
      switch Int.random(in: 0..<100, using: &random) {
      case 0:
        milliseconds = .random(in: -70_000_000_000_000...260_000_000_000_000, using: &random)
      case 1...5: milliseconds += .random(in: -40_000_000_000...40_000_000_000, using: &random)
      case 6...20: milliseconds += .random(in: -50_000_000...50_000_000, using: &random)
      default: milliseconds += 1_000 * .random(in: -4_000...4_000, using: &random)
      }
      if Bool.random(using: &random) { milliseconds -= milliseconds % 1_000 }
      let instant = Instant(milliseconds: milliseconds)
      let bytes = [UInt8](unsafeUninitializedCapacity: InstantMemo.mostBytes) { room, count in
        if let base = room.baseAddress { count = memo.write(milliseconds, to: base) }
      }
      #expect(String(decoding: bytes, as: UTF8.self) == format.string(instant), "seed 6")
    }
  }

  @Test func textIsAppendedToWhatTheBufferHolds() {
    var bytes = Array("at,".utf8)
    InstantFormat(clock: .utc).write(Instant(milliseconds: 0), to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "at,1970-01-01T00:00:00+00:00")
  }
}
