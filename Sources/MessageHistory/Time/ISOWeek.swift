/// A week of ISO 8601: Monday to Sunday, in the year that holds its Thursday.
package struct ISOWeek: Hashable, Sendable {
  package let year: Int
  /// From 1 to 52, in long years to 53.
  package let week: Int

  /// The week of a year from 1 to 9999, or nil where that year has no such week.
  package init?(year: Int, week: Int) {
    guard 1...9999 ~= year, 1...ISOWeek.count(inYear: year) ~= week else { return nil }
    self.year = year
    self.week = week
  }

  package init(holding date: LocalDate) {
    let thursday = date.adding(days: 4 - date.weekday)
    year = thursday.year
    week = (thursday - thursday.startOfYear) / 7 + 1
  }

  package var monday: LocalDate {
    ISOWeek.firstMonday(ofYear: year).adding(days: 7 * (week - 1))
  }

  /// How many weeks a year has: 52 or 53.
  package static func count(inYear year: Int) -> Int {
    (firstMonday(ofYear: year + 1) - firstMonday(ofYear: year)) / 7
  }

  /// The Monday of week 1, which is the week that holds 4 January.
  private static func firstMonday(ofYear year: Int) -> LocalDate {
    LocalDate(dayNumber: LocalDate.dayNumber(year: year, month: 1, day: 4)).startOfWeek
  }
}
