import MessageHistory
import ResponseMetrics

/// Office hours by walking: each local minute is painted, then each step of time, then counted.
struct WalkedOfficeHours {
  private let clock: WalkedClock
  private let isOpen: [Bool]
  /// How many of the steps before each one are open.
  private let openBefore: [Int64]

  /// Only shifts that begin on dates of `dayNumbers` count; the clock is walked farther than that.
  init(
    shifts: [WeeklySchedule.Shift], holidays: Set<LocalDate>, clock: WalkedClock,
    dayNumbers: Range<Int>
  ) {
    let firstMinute = dayNumbers.lowerBound * 1_440
    var isWorked = Array(repeating: false, count: (dayNumbers.count + 1) * 1_440 + 1)
    for dayNumber in dayNumbers {
      let date = LocalDate(dayNumber: dayNumber)
      if holidays.contains(date) { continue }
      let isNextHoliday = holidays.contains(LocalDate(dayNumber: dayNumber + 1))
      for shift in shifts where shift.weekday == date.weekday {
        for minute in shift.startMinute..<shift.endMinute where minute < 1_440 || !isNextHoliday {
          isWorked[dayNumber * 1_440 + minute - firstMinute] = true
        }
      }
    }
    var isOpen = Array(repeating: false, count: clock.stepCount)
    var runStart: Int?
    for (minute, isMinuteWorked) in isWorked.enumerated() {
      if let start = runStart, !isMinuteWorked {
        let first = clock.step(ofLocalMinute: firstMinute + start)
        let end = clock.step(ofLocalMinute: firstMinute + minute)
        for step in first..<max(first, end) { isOpen[step] = true }
        runStart = nil
      } else if runStart == nil, isMinuteWorked {
        runStart = minute
      }
    }
    var openBefore: [Int64] = [0]
    for isStepOpen in isOpen {
      openBefore.append(openBefore[openBefore.count - 1] + (isStepOpen ? 1 : 0))
    }
    self.clock = clock
    self.isOpen = isOpen
    self.openBefore = openBefore
  }

  func contains(_ instant: Instant) -> Bool {
    isOpen[Int((instant.milliseconds - clock.start) / clock.step)]
  }

  func time(from start: Instant, to end: Instant) -> Milliseconds {
    openTime(before: end) - openTime(before: start)
  }

  private func openTime(before instant: Instant) -> Milliseconds {
    let elapsed = instant.milliseconds - clock.start
    let step = Int(elapsed / clock.step)
    return Milliseconds(
      openBefore[step] * clock.step + (isOpen[step] ? elapsed % clock.step : 0))
  }
}
