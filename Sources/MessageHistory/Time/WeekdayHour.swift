/// An hour of the local week, one of 168.
package struct WeekdayHour: Comparable, Hashable, Sendable {
  /// From 1 (Monday) to 7 (Sunday).
  package let weekday: Int
  /// From 0 to 23.
  package let hour: Int

  package init(weekday: Int, hour: Int) {
    self.weekday = weekday
    self.hour = hour
  }

  /// The place in a table of the week, from 0 (Monday 0:00) to 167 (Sunday 23:00).
  package var hourOfWeek: Int { (weekday - 1) * 24 + hour }

  package static func < (left: WeekdayHour, right: WeekdayHour) -> Bool {
    left.hourOfWeek < right.hourOfWeek
  }
}
