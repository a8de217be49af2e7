import TestSupport

@testable import MessageHistory

/// The ways in which a column may be written; one of them is of one column.
enum TimestampForm: CaseIterable {
  case iso, isoShort, unixSeconds, unixMilliseconds, unixFraction, zoneWord, zoneName
  case daySlash, dayHyphen, dayPointComma, dayShortYear, dayBracketed
  case monthSlash, monthShortYear, yearSlash, twitter, mail, monthName, dayMonthName

  /// The finest that it tells, in milliseconds.
  var precision: Int64 {
    switch self {
    case .iso, .unixMilliseconds, .unixFraction: 1
    case .unixSeconds, .zoneWord, .zoneName, .dayPointComma, .dayBracketed, .twitter, .mail,
      .dayMonthName:
      1_000
    case .isoShort, .daySlash, .dayHyphen, .dayShortYear, .monthSlash, .monthShortYear,
      .yearSlash, .monthName:
      60_000
    }
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// The plain, slow way to write an instant; naive forms by the clock.
  func text(
    _ instant: Int64, clock: LocalClock, _ random: inout SeededGenerator
  ) -> String {
    func digits(_ number: Int, _ count: Int = 2) -> String {
      String(repeating: "0", count: max(0, count - String(number).count)) + String(number)
    }
    let isUTC = [Self.zoneWord, .twitter, .mail].contains(self)
    let offset = isUTC ? 0 : clock.offset(at: Instant(milliseconds: instant)).count
    let local = instant + offset
    let date = LocalDate(dayNumber: Int(local.flooredQuotient(by: 86_400_000)))
    let ofDay = Int(local.flooredRemainder(by: 86_400_000))
    let (year, month, day) = date.civil
    let (hour, minute, second) = (ofDay / 3_600_000, ofDay / 60_000 % 60, ofDay / 1_000 % 60)
    let half = hour < 12 ? "AM" : "PM"
    let twelve = hour % 12 == 0 ? 12 : hour % 12
    let space = random.element(of: [" ", "\u{202F}", "\u{A0}"]) ?? " "
    let name = Self.months[month - 1]
    let weekday = Self.weekdays[date.weekday - 1]
    let short = "\(digits(hour)):\(digits(minute))"
    let dashed = "\(digits(year, 4))-\(digits(month))-\(digits(day))"
    let (dayFirst, shortYear) = ("\(digits(day))/\(digits(month))", digits(year % 100))
    let long = "\(short):\(digits(second))"
    switch self {
    case .iso:
      return "\(dashed)T\(long).\(digits(ofDay % 1_000, 3))"
    case .isoShort: return "\(dashed) \(short)"
    case .unixSeconds: return "\(instant / 1_000)"
    case .unixMilliseconds: return "\(instant)"
    case .unixFraction: return "\(instant / 1_000).\(digits(Int(instant % 1_000), 3))"
    case .zoneWord: return "\(dashed) \(long) UTC"
    case .zoneName: return "\(dashed) \(long) \(clock.name)"
    case .daySlash: return "\(day)/\(month)/\(digits(year, 4)) \(short)"
    case .dayHyphen: return "\(digits(day))-\(digits(month))-\(digits(year, 4)) \(short)"
    case .dayPointComma: return "\(digits(day)).\(digits(month)).\(digits(year, 4)), \(long)"
    case .dayShortYear: return "\(dayFirst)/\(shortYear) \(hour).\(digits(minute))"
    case .dayBracketed: return "\u{200E}[\(dayFirst)/\(digits(year, 4)), \(long)]"
    case .monthSlash: return "\(month)/\(day)/\(digits(year, 4)) \(short)"
    case .monthShortYear:
      return "\(month)/\(day)/\(shortYear), \(twelve):\(digits(minute))\(space)\(half)"
    case .yearSlash:
      return "\(digits(year, 4))/\(digits(month))/\(digits(day)), \(twelve):\(digits(minute))"
        + space + (half == "AM" ? "a.m." : "p.m.")
    case .twitter: return "\(weekday) \(name) \(digits(day)) \(long) +0000 \(digits(year, 4))"
    case .mail: return "\(weekday), \(day) \(name) \(digits(year, 4)) \(long) GMT"
    case .monthName: return "\(name) \(day), \(digits(year, 4)) \(twelve):\(digits(minute)) \(half)"
    case .dayMonthName: return "\(day) \(name) \(digits(year, 4)) \(long)"
    }
  }
}
