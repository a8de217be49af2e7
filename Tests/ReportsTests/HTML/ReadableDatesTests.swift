import MessageHistory
import Testing

@testable import Reports

/// How people read periods; spaces are shown as plain ones here.
struct ReadableDatesTests {
  private let dates = ReadableDates(EnglishWording().dates, clock: .utc)

  private func plain(_ text: String) -> String {
    String(text.map { $0 == "\u{A0}" ? " " : $0 })
  }

  @Test(arguments: [
    ("2026-11-02", "2026-11-09", "2–8 Nov 2026", "2–8 Nov"),
    ("2026-10-26", "2026-11-02", "26 Oct – 1 Nov 2026", "26 Oct – 1 Nov"),
    ("2025-12-29", "2026-01-05", "29 Dec 2025 – 4 Jan 2026", "29 Dec 2025 – 4 Jan 2026"),
    ("2026-11-02", "2026-11-03", "2 Nov 2026", "2 Nov"),
  ])
  func periodsNameWhatDiffers(from: String, to: String, text: String, short: String) throws {
    let period = Period(
      kind: .dates, from: try #require(LocalDate(from)), to: try #require(LocalDate(to)),
      clock: .utc)
    #expect(plain(dates.period(period)) == text)
    #expect(plain(dates.period(period, within: 2026)) == short)
  }

  @Test(arguments: [
    (Period.Kind.month, "2026-10-01", "2026-11-01", "October 2026"),
    (.quarter, "2026-07-01", "2026-10-01", "Q3 2026"), (.year, "2026-01-01", "2027-01-01", "2026"),
  ])
  func monthsQuartersAndYearsHaveNames(
    kind: Period.Kind, from: String, to: String, text: String
  ) throws {
    let period = Period(
      kind: kind, from: try #require(LocalDate(from)), to: try #require(LocalDate(to)),
      clock: .utc)
    #expect(plain(dates.period(period)) == text)
  }

  @Test func theMidnightThatEndsADayBelongsToIt() throws {
    let midnight = LocalClock.utc.midnight(of: try #require(LocalDate("2026-11-09")))
    #expect(plain(dates.dayAndMonth(of: midnight)) == "8 Nov")
    #expect(plain(dates.instant(midnight)) == "9 Nov 2026, 00:00")
  }
}
