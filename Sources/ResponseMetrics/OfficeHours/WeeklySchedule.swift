/// The shifts that a page works in every week, as local times without dates.
///
/// Shifts that begin on the same day and overlap or touch are one, so schedules that say the same
/// in other words are equal.
package struct WeeklySchedule: Sendable, Equatable {
  /// Working time in local minutes from the midnight that begins its day, half-open.
  package struct Shift: Hashable, Sendable {
    /// The day on which the shift begins, from 1 (Monday) to 7 (Sunday).
    package let weekday: Int
    /// From 0 to 1439.
    package let startMinute: Int
    /// After the start and before 2880; beyond 1440 it lies on the next day, 1440 is 24:00.
    package let endMinute: Int

    /// A shift; nil where a number is outside its range.
    package init?(weekday: Int, startMinute: Int, endMinute: Int) {
      guard 1...7 ~= weekday, 0..<1_440 ~= startMinute, startMinute < endMinute, endMinute < 2_880
      else { return nil }
      self.init(day: weekday, start: startMinute, end: endMinute)
    }

    private init(day: Int, start: Int, end: Int) {
      weekday = day
      startMinute = start
      endMinute = end
    }

    /// Both shifts in one; nil where they begin on different days or time lies between them.
    ///
    /// `later` begins no earlier than this one.
    fileprivate func joined(with later: Shift) -> Shift? {
      guard weekday == later.weekday, later.startMinute <= endMinute else { return nil }
      return Shift(day: weekday, start: startMinute, end: max(endMinute, later.endMinute))
    }
  }

  /// By weekday and start; those of one day are apart from one another.
  package let shifts: [Shift]
  /// The place in `shifts` at which each weekday begins, from Monday, and the end.
  private let dayStarts: [Int]

  /// A schedule of shifts in any order; they may overlap.
  package init(shifts: [Shift]) {
    var joined: [Shift] = []
    for shift in shifts.sorted(by: { ($0.weekday, $0.startMinute) < ($1.weekday, $1.startMinute) })
    {
      if let union = joined.last?.joined(with: shift) {
        joined[joined.count - 1] = union
      } else {
        joined.append(shift)
      }
    }
    self.shifts = joined
    dayStarts = (1...8).map { day in joined.firstIndex { $0.weekday >= day } ?? joined.count }
  }

  /// Whether no day has a shift.
  package var isEmpty: Bool { shifts.isEmpty }

  /// The places in `shifts` of those that begin on a weekday from 1 (Monday) to 7 (Sunday).
  func places(on weekday: Int) -> Range<Int> {
    dayStarts[weekday - 1]..<dayStarts[weekday]
  }
}
