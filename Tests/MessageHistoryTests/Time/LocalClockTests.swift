import Testing

@testable import MessageHistory

@Suite struct LocalClockTests {
  @Test(
    arguments: [
      (Instant.utc(2026, 3, 29, 0, 59, 59), 3_600), (Instant.utc(2026, 3, 29, 1), 7_200),
      (Instant.utc(2026, 10, 25, 0, 59, 59), 7_200), (Instant.utc(2026, 10, 25, 1), 3_600),
      // The rule goes on, and repeats every 400 years, weekdays included.
      (Instant.utc(2426, 3, 29, 1), 7_200), (Instant.utc(9999, 7, 1), 7_200),
      (Instant.utc(9999, 12, 31), 3_600), (Instant.utc(1, 1, 2), 3_600),
    ] as [(Instant, Int64)])
  func offsetFollowsTheRule(instant: Instant, seconds: Int64) {
    #expect(TestClocks.paris.offset(at: instant) == .seconds(seconds))
  }

  @Test func offsetsBeforeTheFirstTransitionAreExactToTheSecond() {
    let change = Instant(milliseconds: -1_855_958_961_000)
    #expect(TestClocks.oldParis.offset(at: change - Milliseconds(1)) == .seconds(561))
    #expect(TestClocks.oldParis.offset(at: change) == .zero)
    #expect(TestClocks.oldParis.offset(at: .utc(1, 1, 1)) == .seconds(561))
  }

  @Test func withoutARuleTheLastOffsetGoesOn() {
    #expect(TestClocks.apia.offset(at: .utc(9999, 12, 31)) == .hours(14))
  }

  @Test func theSouthernSummerCrossesTheNewYear() {
    let sydney = TestClocks.clock("Australia/Sydney", "AEST-10AEDT,M10.1.0,M4.1.0/3")
    #expect(sydney.offset(at: .utc(2026, 1, 1)) == .hours(11))
    #expect(sydney.offset(at: .utc(2026, 7, 1)) == .hours(10))
    // 3:00 of daylight time on the first Sunday of April, 5 April 2026, is 16:00 UTC the day before.
    #expect(sydney.offset(at: .utc(2026, 4, 4, 15, 59, 59)) == .hours(11))
    #expect(sydney.offset(at: .utc(2026, 4, 4, 16)) == .hours(10))
  }

  @Test func daylightTimeMayBeTheSmallerOffset() {
    let dublin = TestClocks.clock("Europe/Dublin", "IST-1GMT0,M10.5.0,M3.5.0/1")
    #expect(dublin.offset(at: .utc(2026, 7, 1)) == .hours(1))
    #expect(dublin.offset(at: .utc(2026, 12, 1)) == .zero)
  }

  @Test func daylightTimeThatFillsTheYearNeverEnds() {
    let clock = TestClocks.clock("X", "XXX3EDT4,0/0,J365/23")
    for month in 1...12 {
      #expect(clock.offset(at: .utc(2026, month, 1, 3)) == .hours(-4))
    }
    #expect(clock.offset(at: .utc(2027, 1, 1, 2, 59, 59)) == .hours(-4))
  }

  @Test func aRuleTakesOverAfterTheLastTransitionOnly() {
    let clock = LocalClock(
      name: "X", initialOffset: 0,
      transitions: [ClockTransition(second: 1_767_225_600, offset: 3_600)],
      rule: ClockRule(posix: "CET-1CEST,M3.5.0,M10.5.0/3".utf8))
    #expect(clock.offset(at: .utc(2025, 7, 1)) == .zero)
    #expect(clock.offset(at: .utc(2026, 1, 1)) == .hours(1))
    #expect(clock.offset(at: .utc(2026, 7, 1)) == .hours(2))
  }

  @Test func transitionsOutsideAllYearsSetOnlyTheFirstOffset() {
    let clock = LocalClock(
      name: "X", initialOffset: 1,
      transitions: [
        ClockTransition(second: .min, offset: 2), ClockTransition(second: -1 << 59, offset: 3),
        ClockTransition(second: 0, offset: 4), ClockTransition(second: .max, offset: 5),
      ],
      rule: ClockRule(posix: "CET-1CEST,M3.5.0,M10.5.0/3".utf8))
    #expect(clock.offset(at: .utc(1, 1, 1)) == .seconds(3))
    #expect(clock.offset(at: .utc(9999, 12, 31)) == .seconds(4))
  }

  @Test func transitionsThatDoNotAscendAreLeftOut() {
    let clock = LocalClock(
      name: "X", initialOffset: 0,
      transitions: [
        ClockTransition(second: 10, offset: 1), ClockTransition(second: 10, offset: 2),
        ClockTransition(second: 5, offset: 3), ClockTransition(second: 20, offset: 4),
      ])
    #expect(clock.offset(at: Instant(milliseconds: 19_999)) == .seconds(1))
    #expect(clock.offset(at: Instant(milliseconds: 20_000)) == .seconds(4))
  }

  @Test(arguments: [
    (Instant.utc(2026, 11, 15, 22, 59, 59), "2026-11-15", 7, 23),
    (Instant.utc(2026, 11, 15, 23), "2026-11-16", 1, 0),
    (Instant.utc(2026, 7, 1, 21, 30), "2026-07-01", 3, 23),
    (Instant.utc(2026, 7, 1, 22), "2026-07-02", 4, 0),
    (Instant.utc(1969, 12, 31, 22, 59, 59), "1969-12-31", 3, 23),
  ])
  func datesAndHoursAreTheLocalOnes(instant: Instant, date: String, weekday: Int, hour: Int) {
    #expect(TestClocks.paris.date(at: instant).description == date)
    #expect(TestClocks.paris.date(at: instant).weekday == weekday)
    let milliseconds = TestClocks.paris.localMilliseconds(at: instant)
    #expect(milliseconds.flooredRemainder(by: 86_400_000) / 3_600_000 == Int64(hour))
  }
}
