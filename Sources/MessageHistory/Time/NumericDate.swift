/// A date written as three numbers, of which nothing but an order tells day, month and year.
///
/// Dates whose year stands first with four digits are not of this kind: nobody writes the day before
/// the month after it.
package struct NumericDate: Hashable, Sendable {
  /// Up to four digits as they were written.
  struct Part: Hashable, Sendable {
    var value: UInt16
    var digitCount: UInt8
  }

  let first: Part
  let second: Part
  let third: Part
  /// What stands between them: `/`, `.` or `-`.
  let separator: UInt8

  /// The date in an order; nil where it has no such date.
  ///
  /// Days and months have one digit or two, years two or four; a year that stands first has two.
  /// Of two digits, 69 to 99 are 1969 to 1999 and 00 to 68 are 2000 to 2068, as in POSIX.
  func date(in order: DateOrder) -> LocalDate? {
    switch order {
    case .dayMonthYear: Self.date(year: third, month: second, day: first)
    case .monthDayYear: Self.date(year: third, month: first, day: second)
    case .yearMonthDay:
      first.digitCount == 2 ? Self.date(year: first, month: second, day: third) : nil
    }
  }

  private static func date(year: Part, month: Part, day: Part) -> LocalDate? {
    guard month.digitCount <= 2, day.digitCount <= 2, let year = Self.year(year) else {
      return nil
    }
    return LocalDate(year: year, month: Int(month.value), day: Int(day.value))
  }

  /// The year that a number of two or four digits means.
  static func year(_ part: Part) -> Int? {
    switch part.digitCount {
    case 2: Int(part.value) + (part.value < 69 ? 2_000 : 1_900)
    case 4: Int(part.value)
    default: nil
    }
  }
}

/// As it was written, without the time.
extension NumericDate: CustomStringConvertible {
  package var description: String {
    var bytes: [UInt8] = []
    for part in [first, second, third] {
      if !bytes.isEmpty { bytes.append(separator) }
      DecimalDigits.append(UInt(part.value), width: Int(part.digitCount), to: &bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
