/// The rule by which a zone's offset goes on after its last known transition.
///
/// This is what the POSIX string at the end of a time zone file says. Offsets are seconds, positive
/// east of Greenwich (POSIX counts them the other way).
package enum ClockRule: Hashable, Sendable {
  case fixed(offset: Int)
  case daylight(DaylightRule)
}

/// Two offsets that take turns every year.
///
/// The daylight offset may be the smaller one (Dublin, whose standard time is that of summer), and
/// it may begin late in one year and end early in the next (the southern hemisphere).
package struct DaylightRule: Hashable, Sendable {
  let standardOffset: Int
  let daylightOffset: Int
  /// When the daylight offset begins, by the clock of standard time.
  let start: YearlyMoment
  /// When it ends, by the clock of daylight time.
  let end: YearlyMoment

  /// The rule's changes from one year to another, both included, in order of time.
  func transitions(years: ClosedRange<Int>) -> [ClockTransition] {
    var transitions: [ClockTransition] = []
    transitions.reserveCapacity(2 * years.count)
    for year in years {
      let start = self.start.localSecond(inYear: year) - Int64(standardOffset)
      let end = self.end.localSecond(inYear: year) - Int64(daylightOffset)
      let nextStart = self.start.localSecond(inYear: year + 1) - Int64(standardOffset)
      transitions.append(ClockTransition(second: start, offset: daylightOffset))
      // Daylight time that lasts until it begins again never ends (RFC 9636, 3.3.1).
      if end < nextStart {
        transitions.append(ClockTransition(second: end, offset: standardOffset))
      }
    }
    return transitions.sorted { $0.second < $1.second }
  }
}

/// A day of every year and a time on it.
struct YearlyMoment: Hashable, Sendable {
  enum Day: Hashable, Sendable {
    /// From 1 to 365; 29 February is not counted, so 60 is always 1 March (`Jn`).
    case countedWithoutLeapDay(Int)
    /// From 0 to 365; 29 February is counted (`n`).
    case countedFromZero(Int)
    /// The week from 1 to 5 (5 is the last), the weekday from 0 (Sunday) to 6 (`Mm.w.d`).
    case weekday(month: Int, week: Int, weekday: Int)
  }

  let day: Day
  /// Seconds after the day's midnight, from −167 to 167 hours.
  let secondOfDay: Int

  /// The moment as seconds of the local clock since 1970-01-01T00:00.
  func localSecond(inYear year: Int) -> Int64 {
    Int64(dayNumber(inYear: year) * 86_400 + secondOfDay)
  }

  private func dayNumber(inYear year: Int) -> Int {
    let newYear = LocalDate.dayNumber(year: year, month: 1, day: 1)
    switch day {
    case .countedWithoutLeapDay(let number):
      return newYear + number - 1 + (number >= 60 && LocalDate.isLeapYear(year) ? 1 : 0)
    case .countedFromZero(let number):
      return newYear + number
    case .weekday(let month, let week, let weekday):
      let first = LocalDate(dayNumber: LocalDate.dayNumber(year: year, month: month, day: 1))
      let daysToWeekday = (weekday - first.weekday + 7) % 7
      let day = 1 + daysToWeekday + 7 * (week - 1)
      let overshoots = day > LocalDate.dayCount(ofMonth: month, year: year)
      return first.dayNumber + day - 1 - (overshoots ? 7 : 0)
    }
  }
}
