import MessageHistory
import ResponseMetrics
import Testing

/// Answers far from the data, across it, and for schedules that are too fine for a table.
@Suite struct OfficeHoursRangeTests {
  /// Monday to Friday from 09:00 to 17:00.
  private static let weekdays = WeeklySchedule(
    shifts: (1...5).compactMap {
      WeeklySchedule.Shift(weekday: $0, startMinute: 540, endMinute: 1_020)
    })
  private static let firstInstant = Instant(milliseconds: -62_135_596_800_000)
  private static let lastInstant = Instant(milliseconds: 253_402_300_799_999)
  /// The data of a usual year, one wrong clock in the year 1, one in 9999, both, one in 1900.
  private static let spans: [Range<Instant>] = [
    date(20_454)..<date(20_819), firstInstant..<date(20_819), date(20_454)..<lastInstant,
    firstInstant..<lastInstant, date(-25_567)..<date(20_819),
    lastInstant..<lastInstant, firstInstant..<firstInstant,
  ]

  private static func date(_ number: Int) -> Instant {
    Instant(milliseconds: Int64(number) * 86_400_000)
  }

  /// 0001-01-01 is a Monday, 9999-12-31 a Friday: 521,722 weeks and 5 days, 2,608,615 working days.
  @Test(arguments: spans)
  func allReadableYearsAreAddedUpExactly(span: Range<Instant>) {
    let office = OfficeHours(
      schedule: OfficeHoursRangeTests.weekdays, holidays: [], clock: .utc, covering: span)
    let end = OfficeHoursRangeTests.lastInstant
    #expect(
      office.time(from: OfficeHoursRangeTests.firstInstant, to: end) == .hours(2_608_615 * 8))
    #expect(office.time(from: end - .hours(10), to: end) == .hours(3))
    #expect(office.contains(end - .hours(8)) && !office.contains(end - .hours(7) + .seconds(1)))
  }

  @Test(arguments: spans)
  func noInstantIsOutOfReach(span: Range<Instant>) {
    let office = OfficeHours(
      schedule: OfficeHoursRangeTests.weekdays, holidays: [], clock: OfficeHoursSamples.paris,
      covering: span)
    let least = Instant(milliseconds: .min)
    let greatest = Instant(milliseconds: .max)
    #expect(office.time(from: greatest, to: least) == .zero)
    #expect(office.time(from: least, to: greatest) > .hours(2_608_610 * 8))
    #expect(!office.contains(least) && !office.contains(greatest))
  }

  @Test func aSpanOfAllInt64IsNoLessExact() {
    let office = OfficeHours(
      schedule: OfficeHoursRangeTests.weekdays, holidays: [], clock: .utc,
      covering: Instant(milliseconds: .min)..<Instant(milliseconds: .max))
    #expect(
      office.time(
        from: OfficeHoursRangeTests.firstInstant, to: OfficeHoursRangeTests.lastInstant)
        == .hours(2_608_615 * 8))
  }

  /// Whatever the span of the data, the answer is that of a span about the question alone.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func theAnswerDoesNotDependOnTheSpanOfTheData(seed: UInt64) {
    var random = RandomOfficeHours(seed: seed)
    for span in OfficeHoursRangeTests.spans {
      let shifts = random.shifts()
      // Around 2026, the year 1 and the year 9999.
      let days = [20_454, -719_162, 2_932_500]
      let holidays = Set(days.flatMap { random.holidays(in: $0..<$0 + 400) })
      let wide = OfficeHours(
        schedule: WeeklySchedule(shifts: shifts), holidays: holidays,
        clock: OfficeHoursSamples.paris, covering: span)
      for _ in 0..<60 {
        let day = days.randomElement(using: &random) ?? 0
        let start =
          OfficeHoursRangeTests.date(day)
          + Milliseconds(.random(in: 0..<300 * 86_400_000, using: &random))
        let end = start + Milliseconds(.random(in: 0..<30 * 86_400_000, using: &random))
        let narrow = OfficeHours(
          schedule: WeeklySchedule(shifts: shifts), holidays: holidays,
          clock: OfficeHoursSamples.paris, covering: start..<end)
        let place = Comment("seed \(seed), span \(span), from \(start) to \(end)")
        #expect(
          wide.time(from: start, to: end) == narrow.time(from: start, to: end), place)
        #expect(wide.contains(start) == narrow.contains(start), place)
      }
    }
  }

  /// Times of adjoining stretches add up, also over the borders of the table and of the data.
  @Test(arguments: [4, 5] as [UInt64])
  func partsAddUpToTheWhole(seed: UInt64) {
    var random = RandomOfficeHours(seed: seed)
    let shifts = random.shifts()
    for span in OfficeHoursRangeTests.spans {
      let office = OfficeHours(
        schedule: WeeklySchedule(shifts: shifts), holidays: [], clock: OfficeHoursSamples.paris,
        covering: span)
      // A few years about 1970, 2026, 2109 and the ends of time.
      let places: [Int64] = [
        0, 1_790_000_000_000, 4_398_046_511_104, -62_000_000_000_000,
        253_300_000_000_000,
      ]
      let instants = (0..<12).map { _ in
        Instant(
          milliseconds: (places.randomElement(using: &random) ?? 0)
            + .random(in: -100_000_000_000...100_000_000_000, using: &random))
      }.sorted()
      let parts = zip(instants, instants.dropFirst()).map { office.time(from: $0, to: $1) }
      #expect(
        parts.reduce(.zero, +) == office.time(from: instants[0], to: instants[11]),
        "seed \(seed), span \(span)")
    }
  }

  /// Every other minute is worked, which is too much for one table of all ten years.
  @Test func aScheduleOfThousandsOfShiftsIsExactInAllYears() {
    let schedule = WeeklySchedule(
      shifts: (1...7).flatMap { weekday in
        (0..<720).compactMap {
          WeeklySchedule.Shift(weekday: weekday, startMinute: 2 * $0, endMinute: 2 * $0 + 1)
        }
      })
    let start = OfficeHoursRangeTests.date(16_436)
    let office = OfficeHours(
      schedule: schedule, holidays: [], clock: .utc, covering: start..<start + .days(3_653))
    for day in stride(from: 0 as Int64, to: 3_650, by: 73) {
      let midnight = start + .days(day)
      #expect(office.time(from: start, to: midnight) == .minutes(720 * day))
      #expect(office.time(from: midnight, to: midnight + .seconds(150)) == .seconds(90))
      #expect(office.contains(midnight) && !office.contains(midnight + .minutes(1)))
    }
  }
}
