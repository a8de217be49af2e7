import MessageHistory

/// Instants as the head of a mail has them: `Mon, 09 Nov 2026 06:00:00 +0100`.
///
/// Source: RFC 5322, section 3.3. Always in English, whatever the report's language.
struct MailDate {
  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  let clock: LocalClock

  /// Cut to whole seconds; an offset with seconds is shown without them, and the time is the one
  /// that goes with the shown offset.
  func text(of instant: Instant) -> String {
    let offset = clock.offset(at: instant).count / 60_000
    let local = instant.milliseconds + offset * 60_000
    let (day, time) = Self.divided(local, by: 86_400_000)
    let date = LocalDate(dayNumber: Int(day))
    let seconds = Int(time / 1_000)
    let clockTime = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map(Self.pair)
      .joined(separator: ":")
    let zone =
      (offset < 0 ? "-" : "+")
      + [abs(offset) / 60, abs(offset) % 60].map(Self.pair)
      .joined()
    return "\(Self.weekdays[date.weekday - 1]), \(Self.pair(date.day)) "
      + "\(Self.months[date.month - 1]) \(Self.year(date.year)) \(clockTime) \(zone)"
  }

  private static func divided(_ number: Int64, by divisor: Int64) -> (Int64, Int64) {
    let rest = (number % divisor + divisor) % divisor
    return ((number - rest) / divisor, rest)
  }

  private static func pair(_ number: some BinaryInteger) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  private static func year(_ year: Int) -> String {
    String(repeating: "0", count: max(0, 4 - String(year).count)) + String(year)
  }
}
