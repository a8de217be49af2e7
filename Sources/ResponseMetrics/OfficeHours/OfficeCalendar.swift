import MessageHistory

/// A weekly schedule laid on the calendar of one zone, holidays left out.
///
/// It answers for every instant, by laying out the days around it each time. Times are milliseconds
/// since the Unix epoch.
struct OfficeCalendar: Sendable {
  let schedule: WeeklySchedule
  private let holidays: Set<LocalDate>
  /// The first to the last holiday: most days are told from holidays by this alone.
  private let holidaySpan: ClosedRange<LocalDate>?
  private let clock: LocalClock

  private static let day: Int64 = 86_400_000
  private static let minute: Int64 = 60_000

  /// A calendar on whose holidays no shift begins and into which none runs.
  init(schedule: WeeklySchedule, holidays: Set<LocalDate>, clock: LocalClock) {
    self.schedule = schedule
    self.holidays = holidays
    self.clock = clock
    if let first = holidays.min(), let last = holidays.max() {
      holidaySpan = first...last
    } else {
      holidaySpan = nil
    }
  }

  /// The working time in a stretch of time as intervals in order, apart from one another.
  func intervals(in range: Range<Int64>) -> [Range<Int64>] {
    var joined: [Range<Int64>] = []
    for interval in resolvedIntervals(around: range) {
      let clipped = interval.clamped(to: range)
      if clipped.isEmpty { continue }
      if let last = joined.last, clipped.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, clipped.upperBound)
      } else {
        joined.append(clipped)
      }
    }
    return joined
  }

  /// How much of a stretch of time is working time, in milliseconds.
  func work(in range: Range<Int64>) -> Int64 {
    intervals(in: range).reduce(0) { $0 + $1.upperBound - $1.lowerBound }
  }

  /// Intervals of instants by their start; they may overlap.
  ///
  /// A start that the clock skips is moved forward, perhaps beyond the next start, so the order of
  /// local times is not that of instants; and perhaps to its end or beyond, so that nothing is left.
  private func resolvedIntervals(around range: Range<Int64>) -> [Range<Int64>] {
    localIntervals(around: range)
      .compactMap { local in
        let start = clock.resolve(localMilliseconds: local.lowerBound).instant.milliseconds
        let end = clock.resolve(localMilliseconds: local.upperBound).instant.milliseconds
        return start < end ? start..<end : nil
      }
      .sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Local intervals in order, apart from one another, of all days that can reach into a stretch.
  ///
  /// They are joined before they become instants: a shift that lies within another one, and begins
  /// in a gap of the clock, would else be moved out of it.
  private func localIntervals(around range: Range<Int64>) -> [Range<Int64>] {
    // A shift begins within a day and ends within two of its date's midnight, and local time is less
    // than 26 hours from UTC: three dates before the first one of UTC can reach in, two after the
    // last.
    let firstDay = range.lowerBound.dayNumber - 3
    let lastDay = range.upperBound.dayNumber + 2
    let shifts = schedule.shifts
    var intervals: [Range<Int64>] = []
    for dayNumber in firstDay...lastDay {
      let date = LocalDate(dayNumber: dayNumber)
      let places = schedule.places(on: date.weekday)
      guard !places.isEmpty, !isHoliday(date) else { continue }
      let lastMinute = isHoliday(date.adding(days: 1)) ? 1_440 : 2_880
      let midnight = Int64(dayNumber) * OfficeCalendar.day
      for shift in shifts[places] {
        let start = midnight + Int64(shift.startMinute) * OfficeCalendar.minute
        let end = midnight + Int64(min(shift.endMinute, lastMinute)) * OfficeCalendar.minute
        if let last = intervals.last, start <= last.upperBound {
          intervals[intervals.count - 1] = last.lowerBound..<max(last.upperBound, end)
        } else {
          intervals.append(start..<end)
        }
      }
    }
    return intervals
  }

  private func isHoliday(_ date: LocalDate) -> Bool {
    holidaySpan?.contains(date) == true && holidays.contains(date)
  }
}

extension Int64 {
  /// The day since 1970-01-01 in UTC that holds this number of milliseconds.
  fileprivate var dayNumber: Int {
    let (days, rest) = quotientAndRemainder(dividingBy: 86_400_000)
    return Int(rest < 0 ? days - 1 : days)
  }
}
