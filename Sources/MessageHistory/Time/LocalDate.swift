/// A date of the proleptic Gregorian calendar, without time and without zone.
///
/// Dates that are read have years from 1 to 9999. Arithmetic may leave that range by a little (the
/// end of the year 9999 is the first day of 10000); such dates compare and are written like any other.
package struct LocalDate: Comparable, Hashable, Sendable {
  /// Days since 1970-01-01; negative before it.
  package let dayNumber: Int

  package init(dayNumber: Int) {
    self.dayNumber = dayNumber
  }

  /// The date of a year from 1 to 9999, or nil where there is no such date.
  package init?(year: Int, month: Int, day: Int) {
    guard 1...9999 ~= year, 1...12 ~= month, day >= 1,
      day <= LocalDate.dayCount(ofMonth: month, year: year)
    else { return nil }
    dayNumber = LocalDate.dayNumber(year: year, month: month, day: day)
  }

  package var year: Int { civil.year }
  package var month: Int { civil.month }
  package var day: Int { civil.day }

  /// The day of the week, from 1 (Monday) to 7 (Sunday).
  package var weekday: Int {
    // 1970-01-01 was a Thursday.
    let daysSinceMonday = (dayNumber + 3) % 7
    return (daysSinceMonday < 0 ? daysSinceMonday + 7 : daysSinceMonday) + 1
  }

  package static func < (left: LocalDate, right: LocalDate) -> Bool {
    left.dayNumber < right.dayNumber
  }
}

// The conversions count years from a 1 March, so that the leap day is the last one, and shift them
// by ten thousand cycles of 400 years, so that plain division does (after Howard Hinnant,
// "chrono-compatible low-level date algorithms").
extension LocalDate {
  private static let shiftYears = 4_000_000
  private static let shiftDays = 10_000 * 146_097 + 719_468

  /// Year, month (1 to 12) and day of the month, for years within four million of ours.
  package var civil: (year: Int, month: Int, day: Int) {
    let shifted = dayNumber + LocalDate.shiftDays
    let cycle = shifted / 146_097
    let dayOfCycle = shifted % 146_097
    let yearOfCycle =
      (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = cycle * 400 + yearOfCycle - LocalDate.shiftYears + (month <= 2 ? 1 : 0)
    return (year, month, day)
  }

  /// The day number of a date that is known to exist; no range of years is checked.
  @inline(__always)
  static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let shifted = year + shiftYears - (month <= 2 ? 1 : 0)
    let monthFromMarch = month > 2 ? month - 3 : month + 9
    return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400
      + (153 * monthFromMarch + 2) / 5 + day - 1 - shiftDays
  }

  static func isLeapYear(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// How many days a month from 1 to 12 has.
  static func dayCount(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeapYear(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
