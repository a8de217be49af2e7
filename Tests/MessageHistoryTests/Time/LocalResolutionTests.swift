import Testing

@testable import MessageHistory

@Suite struct LocalResolutionTests {
  private func local(_ reading: Instant) -> Int64 { reading.milliseconds }

  @Test(
    arguments: [
      // (local reading, instant, kind), Paris 2026: 02:00 to 03:00 on 29 March, 03:00 to 02:00 on
      // 25 October.
      (Instant.utc(2026, 3, 29, 1, 59, 59), Instant.utc(2026, 3, 29, 0, 59, 59), .unique),
      (Instant.utc(2026, 3, 29, 2), Instant.utc(2026, 3, 29, 1), .inGap),
      (Instant.utc(2026, 3, 29, 2, 30), Instant.utc(2026, 3, 29, 1, 30), .inGap),
      (Instant.utc(2026, 3, 29, 3), Instant.utc(2026, 3, 29, 1), .unique),
      (Instant.utc(2026, 10, 25, 1, 59, 59), Instant.utc(2026, 10, 24, 23, 59, 59), .unique),
      (Instant.utc(2026, 10, 25, 2), Instant.utc(2026, 10, 25), .ambiguous),
      (Instant.utc(2026, 10, 25, 2, 59, 59), Instant.utc(2026, 10, 25, 0, 59, 59), .ambiguous),
      (Instant.utc(2026, 10, 25, 3), Instant.utc(2026, 10, 25, 2), .unique),
      (Instant.utc(2026, 7, 1, 12), Instant.utc(2026, 7, 1, 10), .unique),
      (Instant.utc(9999, 12, 31, 23), Instant.utc(9999, 12, 31, 22), .unique),
      // 9998 has the calendar of 2026, Sundays included: 9998 = 2026 + 19 · 400 + 372, and both begin
      // on a Thursday.
      (Instant.utc(9998, 3, 29, 2, 30), Instant.utc(9998, 3, 29, 1, 30), .inGap),
      (Instant.utc(9998, 10, 25, 2, 30), Instant.utc(9998, 10, 25, 0, 30), .ambiguous),
    ] as [(Instant, Instant, LocalResolution.Kind)])
  func aNaiveTimeIsMovedOutOfAGapAndTakenAsTheEarlierOfTwo(
    reading: Instant, instant: Instant, kind: LocalResolution.Kind
  ) {
    #expect(
      TestClocks.paris.resolve(localMilliseconds: local(reading))
        == LocalResolution(instant: instant, kind: kind))
  }

  @Test func aSkippedDateIsMovedForwardByADay() throws {
    let skipped = try #require(LocalDate("2011-12-30"))
    let change = Instant.utc(2011, 12, 30, 10)
    #expect(TestClocks.apia.midnight(of: skipped) == change)
    #expect(TestClocks.apia.midnight(of: skipped.adding(days: 1)) == change)
    #expect(TestClocks.apia.midnight(of: skipped.adding(days: -1)) == change - .days(1))
    #expect(TestClocks.apia.midnight(of: skipped.adding(days: 2)) == change + .days(1))
    #expect(
      TestClocks.apia.resolve(localMilliseconds: local(.utc(2011, 12, 30, 15)))
        == LocalResolution(instant: change + .hours(15), kind: .inGap))
    #expect(TestClocks.apia.date(at: change - Milliseconds(1)).description == "2011-12-29")
    #expect(TestClocks.apia.date(at: change).description == "2011-12-31")
  }

  @Test func aSkippedMidnightIsTheEndOfTheGap() throws {
    // Havana, 2026-03-08: from 00:00 to 01:00, at 05:00 UTC.
    let date = try #require(LocalDate("2026-03-08"))
    #expect(TestClocks.havana.midnight(of: date) == .utc(2026, 3, 8, 5))
    #expect(TestClocks.havana.date(at: .utc(2026, 3, 8, 5)) == date)
    #expect(TestClocks.havana.date(at: .utc(2026, 3, 8, 4, 59, 59)) == date.adding(days: -1))
  }

  @Test func ofTwoMidnightsTheEarlierIsTaken() throws {
    // Havana, 2026-11-01: from 01:00 to 00:00, at 05:00 UTC; midnights at 04:00 and 05:00 UTC.
    let date = try #require(LocalDate("2026-11-01"))
    #expect(TestClocks.havana.midnight(of: date) == .utc(2026, 11, 1, 4))
    #expect(
      TestClocks.havana.resolve(localMilliseconds: local(.utc(2026, 11, 1))).kind == .ambiguous)
  }

  @Test(arguments: [
    "CET-1CEST,M3.5.0,M10.5.0/3", "CST5CDT,M3.2.0/0,M11.1.0/1",
    "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0",
    "IST-1GMT0,M10.5.0,M3.5.0/1", "<+1245>-12:45<+1345>,M9.5.0/2:45,M4.1.0/3:45",
    "AAA12BBB-12,J100,J200", "AAA-12BBB12,J100/0,J102/0",
  ])
  func resolutionAgreesWithASearchOfAllInstants(rule: String) {
    let clock = TestClocks.clock("X", rule)
    let quarter: Int64 = 15 * 60_000
    // Every reading of 2026 in steps of 15 minutes, looked for among all instants of that step.
    let first = Instant.utc(2026, 1, 1).milliseconds
    let last = Instant.utc(2027, 1, 1).milliseconds
    var instants: [Int64: [Int64]] = [:]
    for instant in stride(
      from: first - 192 * quarter, through: last + 192 * quarter, by: Int64.Stride(quarter))
    {
      let shown = clock.localMilliseconds(at: Instant(milliseconds: instant))
      instants[shown, default: []].append(instant)
    }
    for reading in stride(from: first, to: last, by: Int64.Stride(quarter)) {
      let shownAt = instants[reading] ?? []
      let resolution = clock.resolve(localMilliseconds: reading)
      switch shownAt.count {
      case 0:
        // Moved forward: the reading lies at the same distance behind the gap's start.
        let before = clock.offset(at: resolution.instant - .days(1)).count
        #expect(resolution.kind == .inGap)
        #expect(resolution.instant.milliseconds == reading - before)
      default:
        #expect(resolution.kind == (shownAt.count == 1 ? .unique : .ambiguous))
        #expect(resolution.instant.milliseconds == shownAt.min())
      }
    }
  }
}
