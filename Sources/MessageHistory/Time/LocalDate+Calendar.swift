/// The starts of weeks, months, quarters and years, and steps from one date to another.
extension LocalDate {
  package func adding(days: Int) -> LocalDate {
    LocalDate(dayNumber: dayNumber + days)
  }

  /// The same day some months later or earlier, or the month's last day where it is shorter.
  package func adding(months: Int) -> LocalDate {
    let (year, month, day) = civil
    let monthsSinceYear0 = Int64(year * 12 + (month - 1) + months)
    let newYear = Int(monthsSinceYear0.flooredQuotient(by: 12))
    let newMonth = Int(monthsSinceYear0.flooredRemainder(by: 12)) + 1
    let newDay = min(day, LocalDate.dayCount(ofMonth: newMonth, year: newYear))
    return LocalDate(
      dayNumber: LocalDate.dayNumber(year: newYear, month: newMonth, day: newDay))
  }

  /// How many days lie between two dates; negative where `earlier` is the later one.
  package static func - (later: LocalDate, earlier: LocalDate) -> Int {
    later.dayNumber - earlier.dayNumber
  }

  /// The Monday of this date's ISO week.
  package var startOfWeek: LocalDate { adding(days: 1 - weekday) }

  package var startOfMonth: LocalDate { adding(days: 1 - day) }

  /// The first day of January, April, July or October.
  package var startOfQuarter: LocalDate {
    startOfMonth.adding(months: -((month - 1) % 3))
  }

  package var startOfYear: LocalDate {
    startOfMonth.adding(months: 1 - month)
  }

  package var startOfNextWeek: LocalDate { startOfWeek.adding(days: 7) }
  package var startOfNextMonth: LocalDate { startOfMonth.adding(months: 1) }
  package var startOfNextQuarter: LocalDate { startOfQuarter.adding(months: 3) }
  package var startOfNextYear: LocalDate { startOfYear.adding(months: 12) }
}
