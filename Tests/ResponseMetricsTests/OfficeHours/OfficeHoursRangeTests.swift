import MessageHistory
import ResponseMetrics
import Testing

/// Answers far from the data, across it, and for schedules that are too fine for a table.
@Suite struct OfficeHoursRangeTests {
  /// The first and the last readable instants, of 0001-01-01, a Monday, and 9999-12-31, a Friday.
  private static let first = Instant(milliseconds: -62_135_596_800_000)
  private static let last = Instant(milliseconds: 253_402_300_799_999)
  private static let year2026 = Instant(milliseconds: 1_767_225_600_000)
  private static let year2027 = Instant(milliseconds: 1_798_761_600_000)
  /// Beyond the 139 years of a table in either direction.
  private static let year1820 = Instant(milliseconds: -4_733_596_800_000)
  private static let year2200 = Instant(milliseconds: 7_258_118_400_000)

  /// A usual year of data, and what one wrong clock or two make of it.
  static let spans = [
    year2026..<year2027, year1820..<year2027, year2026..<year2200, year1820..<year2200,
    year2200..<year2200,
  ]

  /// 521,722 weeks and five days: 521,723 Fridays, each from 09:00 to 17:00.
  @Test func allReadableYearsAreAddedUpExactly() throws {
    let office = OfficeHours(
      schedule: try OfficeHoursSamples.schedule("5 09:00-17:00"), holidays: [], clock: .utc,
      covering: Instant(milliseconds: .min)..<Instant(milliseconds: .max))
    let first = OfficeHoursRangeTests.first
    let last = OfficeHoursRangeTests.last
    #expect(office.time(from: first, to: last) == .hours(521_723 * 8))
    #expect(office.time(from: first, to: first + .days(5)) == .hours(8))
    // 105,659 Fridays are before 2026.
    let year2026 = OfficeHoursRangeTests.year2026
    #expect(office.time(from: first, to: year2026) == .hours(105_659 * 8))
    #expect(office.time(from: year2026, to: last) == .hours((521_723 - 105_659) * 8))
    #expect(office.time(from: last - .hours(10), to: last) == .hours(3) + Milliseconds(1))
    #expect(office.contains(last - .hours(7)))
    #expect(!office.contains(last - .hours(7) + Milliseconds(1)))
  }

  /// The years 0 to 10000 are 521,827 weeks and two days, from a Saturday to a Sunday.
  @Test func instantsBeyondTheReadableYearsCountAsTheirEnds() throws {
    let least = Instant(milliseconds: .min)
    let greatest = Instant(milliseconds: .max)
    let office = OfficeHours(
      schedule: try OfficeHoursSamples.schedule("5 09:00-17:00"), holidays: [], clock: .utc,
      covering: OfficeHoursRangeTests.year2026..<OfficeHoursRangeTests.year2027)
    #expect(office.time(from: least, to: greatest) == .hours(521_827 * 8))
    #expect(office.time(from: greatest, to: least) == .zero)
    #expect(!office.contains(least) && !office.contains(greatest))
  }

  /// Whatever the span of the data, the answer is that of a span about the question alone.
  @Test(arguments: spans, [1, 2] as [UInt64])
  func theAnswerDoesNotDependOnTheSpanOfTheData(span: Range<Instant>, seed: UInt64) {
    var random = RandomOfficeHours(seed: seed)
    let schedule = WeeklySchedule(shifts: random.shifts())
    // Around 2026 and the years 1820 and 2200.
    let days = [20_300, -55_087, 83_706]
    let holidays = Set(days.flatMap { random.holidays(in: $0..<$0 + 400) })
    let wide = OfficeHours(
      schedule: schedule, holidays: holidays, clock: OfficeHoursSamples.paris, covering: span)
    for question in 0..<3 {
      let start = Instant(
        milliseconds: Int64(days[question % 3]) * 86_400_000
          + .random(in: 0..<300 * 86_400_000, using: &random))
      let end = start + Milliseconds(.random(in: 0..<30 * 86_400_000, using: &random))
      let narrow = OfficeHours(
        schedule: schedule, holidays: holidays, clock: OfficeHoursSamples.paris,
        covering: start..<end)
      let place = Comment("seed \(seed), from \(start) to \(end)")
      #expect(wide.time(from: start, to: end) == narrow.time(from: start, to: end), place)
      #expect(wide.contains(start) == narrow.contains(start), place)
    }
  }

  /// Times of adjoining stretches add up, also over the borders of the table and of the data.
  @Test(arguments: spans, [3] as [UInt64])
  func partsAddUpToTheWhole(span: Range<Instant>, seed: UInt64) {
    var random = RandomOfficeHours(seed: seed)
    let office = OfficeHours(
      schedule: WeeklySchedule(shifts: random.shifts()), holidays: [],
      clock: OfficeHoursSamples.paris, covering: span)
    // Three years about 1970, 2026, 2109, and about the spans' ends.
    let places: [Int64] = [
      0, 1_790_000_000_000, 4_398_046_511_104, -4_733_596_800_000, 7_258_118_400_000,
    ]
    let instants = places.map { place in
      Instant(milliseconds: place + .random(in: -50_000_000_000...50_000_000_000, using: &random))
    }.sorted()
    let parts = zip(instants, instants.dropFirst()).map { office.time(from: $0, to: $1) }
    #expect(
      parts.reduce(.zero, +) == office.time(from: instants[0], to: instants[4]), "seed \(seed)")
    #expect(parts.contains { $0 > .zero }, "seed \(seed)")
  }

  /// Every other minute is worked, which is too much for one table of all six years.
  @Test func aScheduleOfThousandsOfShiftsIsExactInAllYears() {
    let schedule = WeeklySchedule(
      shifts: (1...7).flatMap { weekday in
        (0..<720).compactMap {
          WeeklySchedule.Shift(weekday: weekday, startMinute: 2 * $0, endMinute: 2 * $0 + 1)
        }
      })
    let start = OfficeHoursRangeTests.year2026
    let office = OfficeHours(
      schedule: schedule, holidays: [], clock: .utc, covering: start..<start + .days(2_191))
    for day in stride(from: 0 as Int64, to: 2_191, by: 100) {
      let midnight = start + .days(day)
      #expect(office.time(from: start, to: midnight) == .minutes(720 * day))
      #expect(office.time(from: midnight, to: midnight + .seconds(150)) == .seconds(90))
      #expect(office.contains(midnight) && !office.contains(midnight + .minutes(1)))
    }
  }
}
