import MessageHistory
import Testing

/// A point in time as tests write it: a number of minutes after Monday 2026-11-02T09:00Z, or a
/// date and time of UTC such as `"2026-11-02T09:00"` or `"2026-11-02T09:00:59.999"`.
struct Moment {
  let instant: Instant

  init(_ instant: Instant) {
    self.instant = instant
  }

  /// Monday 2026-11-02T09:00Z.
  static let start: Moment = "2026-11-02T09:00"

  static func minutes(_ count: Int64) -> Moment { start + .minutes(count) }
  static func hours(_ count: Int64) -> Moment { start + .hours(count) }
  static func days(_ count: Int64) -> Moment { start + .days(count) }

  static func + (moment: Moment, duration: Milliseconds) -> Moment {
    Moment(moment.instant + duration)
  }

  static func - (moment: Moment, duration: Milliseconds) -> Moment {
    Moment(moment.instant - duration)
  }
}

extension Moment: ExpressibleByIntegerLiteral {
  init(integerLiteral minutes: Int64) {
    self = .minutes(minutes)
  }
}

extension Moment: ExpressibleByStringLiteral {
  init(stringLiteral text: String) {
    let numbers = text.split { !$0.isNumber }.compactMap { Int64($0) }
    guard numbers.count >= 5,
      let date = LocalDate(year: Int(numbers[0]), month: Int(numbers[1]), day: Int(numbers[2]))
    else {
      Issue.record("\(text) is no moment")
      self.init(Instant(milliseconds: 0))
      return
    }
    let seconds = numbers.count > 5 ? numbers[5] : 0
    let milliseconds = numbers.count > 6 ? numbers[6] : 0
    let minutes = (Int64(date.dayNumber) * 24 + numbers[3]) * 60 + numbers[4]
    self.init(Instant(milliseconds: (minutes * 60 + seconds) * 1_000 + milliseconds))
  }
}

/// The instant that a test writes as a moment.
func instant(_ moment: Moment) -> Instant { moment.instant }

/// One millisecond, the least difference between two instants.
let tick = Milliseconds(1)
