/// Working time in local minutes from the midnight that begins its day, half-open.
package struct ConfiguredShift: Hashable, Sendable {
  /// From 0 to 1439.
  package let startMinute: Int
  /// After the start, at most 24 h after it; beyond 1440 it lies on the next day.
  package let endMinute: Int

  enum Flaw: Error {
    case malformed
    /// The end is the start.
    case empty
  }

  /// Reads shifts by comma, `09:00-12:30, 13:30-18:00`; none for an empty text or `closed`.
  ///
  /// - Throws: `malformed` for other forms and impossible times, `empty` for a shift of no length.
  static func shifts(_ text: String) throws(Flaw) -> [ConfiguredShift] {
    let text = text.withoutOuterWhiteSpace
    guard !text.isEmpty, text != "closed" else { return [] }
    var shifts: [ConfiguredShift] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      shifts.append(try ConfiguredShift(part))
    }
    return shifts
  }

  private init(_ text: Substring) throws(Flaw) {
    let times = text.split(separator: "-", omittingEmptySubsequences: false)
      .map { Self.minute($0) }
    guard times.count == 2, let start = times[0], let end = times[1], start < Self.minutesOfDay
    else { throw .malformed }
    guard end != start else { throw .empty }
    startMinute = start
    endMinute = end < start ? end + Self.minutesOfDay : end
  }

  private static let minutesOfDay = 1_440

  /// The minute of the day, 24:00 included.
  private static func minute(_ text: Substring) -> Int? {
    let parts = text.withoutOuterWhiteSpace.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count <= 2, parts[1].utf8.count == 2,
      let hour = Int(digits: parts[0]), let minute = Int(digits: parts[1]), minute < 60,
      hour * 60 + minute <= minutesOfDay
    else { return nil }
    return hour * 60 + minute
  }
}
