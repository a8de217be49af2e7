import MessageHistory
import ResponseMetrics
import Testing

@testable import Reports

/// Numbers, times and dates as each language writes them; spaces that do not break are shown as
/// `_` (U+00A0) and `'` (U+202F).
struct LanguageFormatTests {
  private func visible(_ text: String) -> String {
    String(text.map { $0 == "\u{A0}" ? "_" : $0 == "\u{202F}" ? "'" : $0 })
  }

  @Test(
    arguments: [
      (.english, ["0", "999", "1'234", "1'234'567", "−4'000"]),
      (.french, ["0", "999", "1'234", "1'234'567", "−4'000"]),
      (.portuguese, ["0", "999", "1.234", "1.234.567", "−4.000"]),
      (.norwegian, ["0", "999", "1_234", "1_234_567", "−4_000"]),
      (.indonesian, ["0", "999", "1.234", "1.234.567", "−4.000"]),
    ] as [(ReportLanguage, [String])])
  func countsArePartedInThousands(language: ReportLanguage, expected: [String]) {
    let numbers = ReadableNumbers(language.wording.numbers)
    #expect([0, 999, 1_234, 1_234_567, -4_000].map { visible(numbers.count($0)) } == expected)
  }

  @Test(
    arguments: [
      (.english, ["12.5_%", "100_%", ">'99.9_%", "<'0.1_%", "33.3_%", "+2.1", "–"]),
      (.french, ["12,5'%", "100'%", ">'99,9'%", "<'0,1'%", "33,3'%", "+2,1", "–"]),
      (.portuguese, ["12,5%", "100%", ">'99,9%", "<'0,1%", "33,3%", "+2,1", "–"]),
      (.norwegian, ["12,5_%", "100_%", ">'99,9_%", "<'0,1_%", "33,3_%", "+2,1", "–"]),
      (.indonesian, ["12,5%", "100%", ">'99,9%", "<'0,1%", "33,3%", "+2,1", "–"]),
    ] as [(ReportLanguage, [String])])
  func sharesHaveTheirPercentSign(language: ReportLanguage, expected: [String]) throws {
    let numbers = ReadableNumbers(language.wording.numbers)
    let shares = [(1, 8), (1, 1), (99_999, 100_000), (1, 100_000), (1, 3)].map {
      Fraction($0.0, over: $0.1)
    }
    let points = try #require(Fraction(21, over: 1_000))
    let found = shares.map { numbers.rate($0) } + [numbers.points(points), numbers.rate(nil)]
    #expect(found.map(visible) == expected)
  }

  @Test(
    arguments: [
      (.english, ["45_s", "7_min_05_s", "42_min", "2_h_05_min", "36_h", "3_d_4_h", "1'200_d"]),
      (.french, ["45_s", "7_min_05_s", "42_min", "2_h_05_min", "36_h", "3_j_4_h", "1'200_j"]),
      (.portuguese, ["45_s", "7_min_05_s", "42_min", "2_h_05_min", "36_h", "3_d_4_h", "1.200_d"]),
      (.norwegian, ["45_s", "7_min_05_s", "42_min", "2_t_05_min", "36_t", "3_d_4_t", "1_200_d"]),
      (
        .indonesian,
        [
          "45_dtk", "7_mnt_05_dtk", "42_mnt", "2_jam_05_mnt", "36_jam", "3_hari_4_jam",
          "1.200_hari",
        ]
      ),
    ] as [(ReportLanguage, [String])])
  func timesHaveTheirUnits(language: ReportLanguage, expected: [String]) {
    let numbers = ReadableNumbers(language.wording.numbers)
    let times: [Milliseconds] = [
      .seconds(45), .seconds(425), .minutes(42), .minutes(125), .hours(36), .hours(76),
      .days(1_200),
    ]
    #expect(times.map { visible(numbers.duration($0)) } == expected)
  }

  /// 1 point, 1.9 points, 2 points, nothing: French counts 1.9 as one.
  @Test(
    arguments: [
      (.english, ["+1 point", "−1.9 points", "+2 points", "±0 points"]),
      (.french, ["+1 point", "−1,9 point", "+2 points", "±0 point"]),
      (.portuguese, ["+1_p.p.", "−1,9_p.p.", "+2_p.p.", "±0_p.p."]),
      (.norwegian, ["+1 prosentpoeng", "−1,9 prosentpoeng", "+2 prosentpoeng", "±0 prosentpoeng"]),
      (
        .indonesian,
        [
          "+1 poin persentase", "−1,9 poin persentase", "+2 poin persentase",
          "±0 poin persentase",
        ]
      ),
    ] as [(ReportLanguage, [String])])
  func pointsHaveTheFormOfTheirNumber(language: ReportLanguage, expected: [String]) throws {
    let numbers = ReadableNumbers(language.wording.numbers)
    let found = try [10, -19, 20, 0].map { thousandths in
      numbers.points(
        try #require(Fraction(thousandths, over: 1_000)),
        as: language.wording.headline.changePoints)
    }
    #expect(found.map(visible) == expected)
  }

  @Test(
    arguments: [
      (
        .english, ["2–8_Nov_2026", "26_Oct – 1_Nov_2026", "29_Dec_2025 – 4_Jan_2026", "1_Nov_2026"]
      ),
      (
        .french,
        [
          "2–8_nov._2026", "26_oct. – 1er_nov._2026", "29_déc._2025 – 4_janv._2026",
          "1er_nov._2026",
        ]
      ),
      (
        .portuguese,
        [
          "2–8_de_nov._de_2026", "26_de_out. – 1º_de_nov._de_2026",
          "29_de_dez._de_2025 – 4_de_jan._de_2026", "1º_de_nov._de_2026",
        ]
      ),
      (
        .norwegian,
        [
          "2.–8._nov._2026", "26._okt. – 1._nov._2026", "29._des._2025 – 4._jan._2026",
          "1._nov._2026",
        ]
      ),
      (
        .indonesian,
        ["2–8_Nov_2026", "26_Okt – 1_Nov_2026", "29_Des_2025 – 4_Jan_2026", "1_Nov_2026"]
      ),
    ] as [(ReportLanguage, [String])])
  func periodsAreWrittenInTheirOrder(language: ReportLanguage, expected: [String]) throws {
    let dates = ReadableDates(language.wording.dates, clock: .utc)
    let spans = [
      ("2026-11-02", "2026-11-08"), ("2026-10-26", "2026-11-01"), ("2025-12-29", "2026-01-04"),
      ("2026-11-01", "2026-11-01"),
    ]
    let found = try spans.map { first, last in
      dates.span(try #require(LocalDate(first)), try #require(LocalDate(last)))
    }
    #expect(found.map(visible) == expected)
  }

  /// A month, a quarter, an instant, hours of a Saturday, a day of a trend, a label of an axis.
  @Test(
    arguments: [
      (
        .english,
        [
          "October 2026", "Q4 2026", "9_Nov_2026, 06:00", "Sat 20:00–23:00", "Mon 9_Nov_2026",
          "9_Nov",
        ]
      ),
      (
        .french,
        [
          "octobre 2026", "T4 2026", "9_nov._2026, 06:00", "sam. 20:00–23:00",
          "lun. 9_nov._2026", "9_nov.",
        ]
      ),
      (
        .portuguese,
        [
          "outubro de 2026", "4º trimestre de 2026", "9_de_nov._de_2026, 06:00", "sáb. 20:00–23:00",
          "seg. 9_de_nov._de_2026", "9/11",
        ]
      ),
      (
        .norwegian,
        [
          "oktober 2026", "4. kvartal 2026", "9._nov._2026, 06:00", "lør. 20:00–23:00",
          "man. 9._nov._2026", "9._nov.",
        ]
      ),
      (
        .indonesian,
        [
          "Oktober 2026", "Kuartal 4 2026", "9_Nov_2026, 06.00", "Sab 20.00–23.00",
          "Sen 9_Nov_2026", "9_Nov",
        ]
      ),
    ] as [(ReportLanguage, [String])])
  func monthsWeekdaysAndHoursHaveNames(language: ReportLanguage, expected: [String]) throws {
    let dates = ReadableDates(language.wording.dates, clock: .utc)
    let october = try #require(LocalDate("2026-10-01"))
    let november = try #require(LocalDate("2026-11-01"))
    let day = try #require(LocalDate("2026-11-09"))
    let found = [
      dates.period(Period(kind: .month, from: october, to: november, clock: .utc)),
      dates.period(
        Period(kind: .quarter, from: october, to: october.adding(days: 92), clock: .utc)),
      dates.instant(LocalClock.utc.midnight(of: day) + .hours(6)),
      dates.hours(weekday: 6, from: 20, to: 23), dates.weekdayAndDate(day), dates.axisDay(day),
    ]
    #expect(found.map(visible) == expected)
  }

  /// Weeks begin on Monday, and 9 November 2026 is one, in every language.
  @Test(arguments: ReportLanguage.allCases)
  func everyLanguageHasTwelveMonthsAndSevenDays(language: ReportLanguage) {
    let dates = language.wording.dates
    #expect(dates.shortMonths.count == 12 && dates.longMonths.count == 12)
    #expect(Set(dates.shortMonths).count == 12 && Set(dates.longMonths).count == 12)
    #expect(dates.shortWeekdays.count == 7 && Set(dates.shortWeekdays).count == 7)
  }

  @Test(
    arguments: [
      (.english, "Week: 2–8 Nov"), (.french, "Week : 2–8 Nov"), (.portuguese, "Week: 2–8 Nov"),
      (.norwegian, "Week: 2–8 Nov"), (.indonesian, "Week: 2–8 Nov"),
    ] as [(ReportLanguage, String)])
  func theSubjectHasTheMarksOfItsLanguage(language: ReportLanguage, expected: String) throws {
    let subject = try MailSubject(parsing: MailSubject.standard(language))
    #expect(try subject.text(title: "Week", period: "2–8 Nov") == expected)
  }
}
