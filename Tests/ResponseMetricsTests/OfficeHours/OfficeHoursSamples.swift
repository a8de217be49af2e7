import MessageHistory
import ResponseMetrics
import Testing

/// Readable beginnings for tests of office hours: clocks, schedules and instants from texts.
enum OfficeHoursSamples {
  /// +01:00, in summer +02:00; changes at 01:00 UTC of March's and October's last Sundays.
  static let paris = LocalClock(
    name: "Europe/Paris", initialOffset: 3_600,
    rule: ClockRule(posix: "CET-1CEST,M3.5.0,M10.5.0/3".utf8))

  /// A whole date skipped: 2011-12-30, by going from −10:00 to +14:00 at that date's midnight.
  static let apia = LocalClock(
    name: "Pacific/Apia", initialOffset: -36_000,
    transitions: [ClockTransition(second: 1_325_239_200, offset: 50_400)])

  /// The clock goes back from 00:01 to 23:01, so that midnight comes twice.
  static let stJohns = LocalClock(
    name: "America/St_Johns", initialOffset: -12_600,
    rule: ClockRule(posix: "NST3:30NDT,M3.2.0/0:01,M11.1.0/0:01".utf8))

  /// Shifts such as `1 09:00-12:30, 6 22:00-26:00`: the weekday (1 is Monday), start and end.
  static func shifts(_ text: String) throws -> [WeeklySchedule.Shift] {
    try text.split(separator: ", ").map { part in
      let numbers = part.split { !$0.isNumber }.compactMap { Int($0) }
      try #require(numbers.count == 5)
      return try #require(
        WeeklySchedule.Shift(
          weekday: numbers[0], startMinute: numbers[1] * 60 + numbers[2],
          endMinute: numbers[3] * 60 + numbers[4]))
    }
  }

  static func schedule(_ text: String) throws -> WeeklySchedule {
    WeeklySchedule(shifts: try shifts(text))
  }

  /// The instant of ISO 8601 with an offset.
  static func instant(_ text: String) throws -> Instant {
    var text = text
    let parsed = text.withUTF8 {
      TimestampParser.parseInstantOrDate(UnsafeRawBufferPointer($0), clock: .utc)
    }
    return try #require(parsed, "\(text) is an instant").instant
  }

  static func dates(_ texts: [String]) throws -> Set<LocalDate> {
    Set(try texts.map { try #require(LocalDate($0)) })
  }
}
