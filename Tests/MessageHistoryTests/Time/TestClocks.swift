@testable import MessageHistory

/// Clocks with the peculiarities that the tests ask about, written out by hand.
enum TestClocks {
  /// Paris from 1996 on: +01:00, in summer +02:00, changes at 01:00 UTC of March's and October's
  /// last Sundays.
  static let paris = clock("Europe/Paris", "CET-1CEST,M3.5.0,M10.5.0/3")

  /// A whole date skipped: 2011-12-30, by going from −10:00 to +14:00 at that date's midnight.
  static let apia = LocalClock(
    name: "Pacific/Apia", initialOffset: -36_000,
    transitions: [ClockTransition(second: 1_325_239_200, offset: 50_400)])

  /// Midnight skipped and midnight twice: 00:00 to 01:00 in March, 01:00 to 00:00 in November.
  static let havana = clock("America/Havana", "CST5CDT,M3.2.0/0,M11.1.0/1")

  /// Local mean time of 9 minutes 21 seconds before 1911-03-10T23:50:39Z, then UTC.
  static let oldParis = LocalClock(
    name: "Old Paris", initialOffset: 561,
    transitions: [ClockTransition(second: -1_855_958_961, offset: 0)])

  static func clock(_ name: String, _ rule: String) -> LocalClock {
    LocalClock(name: name, initialOffset: 0, rule: ClockRule(posix: rule.utf8))
  }
}

extension Instant {
  /// The instant of a date and time in UTC.
  static func utc(
    _ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0, _ minute: Int = 0, _ second: Int = 0
  ) -> Instant {
    let days = LocalDate.dayNumber(year: year, month: month, day: day)
    return Instant(
      milliseconds: Int64(((days * 24 + hour) * 60 + minute) * 60 + second) * 1_000)
  }
}
