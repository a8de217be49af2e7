/// A page's weekly schedule as it is written: shifts by the day on which they begin.
///
/// Shifts may overlap; joining them and laying them on the calendar is the clock's work.
package struct ConfiguredOfficeHours: Equatable, Sendable {
  /// In the order of the file; days without a shift have an empty list.
  private var shiftsByDay: [[ConfiguredShift]] =
    Array(repeating: [], count: ConfiguredWeekday.allCases.count)

  package subscript(day: ConfiguredWeekday) -> [ConfiguredShift] {
    shiftsByDay[day.rawValue - 1]
  }

  mutating func add(_ shifts: [ConfiguredShift], on day: ConfiguredWeekday) {
    shiftsByDay[day.rawValue - 1] += shifts
  }
}
