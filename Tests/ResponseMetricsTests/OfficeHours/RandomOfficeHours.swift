import MessageHistory
import ResponseMetrics

/// Random schedules and holidays that a printed seed repeats (SplitMix64).
struct RandomOfficeHours: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Up to four shifts a day, in any order, that may overlap, touch, and pass midnight.
  mutating func shifts() -> [WeeklySchedule.Shift] {
    var shifts: [WeeklySchedule.Shift] = []
    for weekday in 1...7 {
      for _ in 0..<Int.random(in: 0...4, using: &self) {
        let start = minute()
        guard
          let end = [minute(), minute() + 1_440, start + 30, 1_440].randomElement(using: &self),
          let shift = WeeklySchedule.Shift(
            weekday: weekday, startMinute: start, endMinute: end)
        else { continue }
        shifts.append(shift)
      }
    }
    return shifts.shuffled(using: &self)
  }

  /// A minute of the day, mostly on the quarter hour, and at night, when clocks change.
  private mutating func minute() -> Int {
    let minute = Int.random(in: 0..<(Bool.random(using: &self) ? 300 : 1_440), using: &self)
    return Int.random(in: 0..<4, using: &self) == 0 ? minute : minute / 15 * 15
  }

  mutating func instant(in range: Range<Instant>) -> Instant {
    Instant(
      milliseconds: .random(
        in: range.lowerBound.milliseconds..<range.upperBound.milliseconds, using: &self))
  }

  /// None, or about every sixth of the dates.
  mutating func holidays(in dayNumbers: Range<Int>) -> Set<LocalDate> {
    guard Bool.random(using: &self) else { return [] }
    var holidays: Set<LocalDate> = []
    for dayNumber in dayNumbers where Int.random(in: 0..<6, using: &self) == 0 {
      holidays.insert(LocalDate(dayNumber: dayNumber))
    }
    return holidays
  }
}
