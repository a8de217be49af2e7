/// The date of a timestamp as far as it stands in one piece: the year may come after the time.
struct WrittenDay {
  private enum Form {
    case numeric(NumericDate)
    /// Day and month are told by the text itself.
    case plain(month: Int, day: Int)
  }

  private let form: Form
  /// Nil for numeric dates, which tell their year by order, and where it has not come yet.
  private(set) var year: Int?
  /// Whether day, month by name and year stand in mail's order (RFC 2822).
  private(set) var isMails = false

  /// Reads a day of the week, if there is one, and the date.
  init?(_ cursor: inout TimestampCursor) {
    if cursor.word(in: TimestampWords.weekdays) != nil {
      _ = cursor.take(".")
      _ = cursor.take(",")
      cursor.skipBlanks()
    }
    if cursor.next.isASCIILetter {
      self.init(monthFirst: &cursor)
    } else {
      self.init(numberFirst: &cursor)
    }
  }

  /// The date; nil where there is no such one, or its year did not come.
  var date: WrittenTimestamp.Day? {
    switch form {
    case .numeric(let date):
      return .numeric(date)
    case .plain(let month, let day):
      guard let year else { return nil }
      return LocalDate(year: year, month: month, day: day).map { .plain($0) }
    }
  }

  /// Reads the year that ends the text, where it has not come before the time.
  mutating func readYear(_ cursor: inout TimestampCursor) {
    guard case .plain = form, cursor.skipBlanks() else { return }
    if let number = cursor.number(atMost: 4), number.digitCount == 4 { year = Int(number.value) }
  }

  /// `Oct 31, 2017`, `October 31 2017`, or `Oct 31` with the year behind the time.
  private init?(monthFirst cursor: inout TimestampCursor) {
    guard let month = cursor.word(in: TimestampWords.months) else { return nil }
    _ = cursor.take(".")
    guard cursor.skipBlanks(), let day = cursor.number(atMost: 2) else { return nil }
    form = .plain(month: month, day: Int(day.value))
    var ahead = cursor
    _ = ahead.take(",")
    if ahead.skipBlanks(), let number = ahead.number(atMost: 4), number.digitCount == 4 {
      year = Int(number.value)
      cursor = ahead
    }
  }

  private init?(numberFirst cursor: inout TimestampCursor) {
    guard let first = cursor.number(atMost: 4) else { return nil }
    let separator = cursor.next
    let isSpaced: Bool
    switch separator {
    case UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"):
      cursor.position += 1
      isSpaced = separator == UInt8(ascii: ".") && cursor.skipBlanks()
    default:
      guard cursor.skipBlanks() else { return nil }
      isSpaced = true
    }
    if let month = cursor.word(in: TimestampWords.months) {
      self.init(first, month: month, separator: isSpaced ? nil : separator, &cursor)
      return
    }
    guard !isSpaced || separator == UInt8(ascii: ".") else { return nil }
    self.init(first, separator: separator, isSpaced: isSpaced, &cursor)
  }

  /// A number and a separator are read, with a space behind it or not; two numbers follow.
  private init?(
    _ first: NumericDate.Part, separator: UInt8, isSpaced: Bool, _ cursor: inout TimestampCursor
  ) {
    guard let second = cursor.number(atMost: 2), cursor.next == separator else { return nil }
    cursor.position += 1
    if isSpaced { cursor.skipBlanks() }
    guard let third = cursor.number(atMost: 4) else { return nil }
    // As in Croatian, Hungarian and Korean.
    if separator == UInt8(ascii: ".") { _ = cursor.take(".") }
    switch (first.digitCount, third.digitCount) {
    case (4, 1...2):
      form = .plain(month: Int(second.value), day: Int(third.value))
      year = Int(first.value)
    case (1...2, 1...2), (1...2, 4):
      form = .numeric(
        NumericDate(first: first, second: second, third: third, separator: separator))
    default:
      return nil
    }
  }

  /// `31 Oct 2017`, `31-Oct-17` or `2017-Oct-31`: a number and a month are read, a number follows.
  private init?(
    _ first: NumericDate.Part, month: Int, separator: UInt8?, _ cursor: inout TimestampCursor
  ) {
    if let separator {
      guard cursor.next == separator else { return nil }
      cursor.position += 1
    } else {
      _ = cursor.take(".")
      _ = cursor.take(",")
      guard cursor.skipBlanks() else { return nil }
    }
    guard let last = cursor.number(atMost: 4) else { return nil }
    let (yearPart, day) = first.digitCount == 4 ? (first, last) : (last, first)
    guard day.digitCount <= 2, let year = NumericDate.year(yearPart) else { return nil }
    form = .plain(month: month, day: Int(day.value))
    self.year = year
    isMails = separator == nil && first.digitCount <= 2
  }
}
