/// A timestamp as people and their programs write it, taken apart: what it says, before an order of
/// dates and a clock make an instant of it.
///
/// - Dates: three numbers with `/`, `.` or `-` between them; a year of four digits, month and day;
///   or an English month with day and year (`31 Oct 2017`, `Oct 31, 2017`, `31-Oct-17`), a day of
///   the week before them; the year may also end the text (`Tue Oct 31 22:10:47 +0000 2017`).
/// - Times: hours and minutes, seconds and a fraction or not, by `:` or `.`; with AM, PM, `a.m.` or
///   `p. m.` behind, after any space. 24:00 and second 60 are none, as in ISO 8601.
/// - Zones: an offset (`+01:00`, `+0100`, `+01`, `GMT+1`), a word that means one offset, or an IANA
///   name; what stands in parentheses after a zone explains it and is passed over.
/// - Between date and time stand a space, a comma, `T` or `at`; square brackets may enclose all of
///   it, and marks of the writing direction may stand anywhere between.
struct WrittenTimestamp {
  enum Day {
    case plain(LocalDate)
    case numeric(NumericDate)
  }

  enum Zone {
    case unstated
    /// Minutes east of Greenwich.
    case offset(minutes: Int)
    /// Where an IANA name stands in the text.
    case named(Range<Int>)
  }

  private(set) var date: Day
  /// Milliseconds after midnight; nil where the text is a date alone.
  private(set) var timeOfDay: Int?
  private(set) var zone = Zone.unstated

  /// Longer texts are no timestamps.
  private static let greatestLength = 100

  /// Nil where the text is none of these.
  init?(_ text: UnsafeRawBufferPointer) {
    guard 6...Self.greatestLength ~= text.count else { return nil }
    var cursor = TimestampCursor(text)
    cursor.skipBlanks()
    let isEnclosed = cursor.take("[")
    cursor.skipBlanks()
    guard var day = WrittenDay(&cursor) else { return nil }
    if Self.skipToTime(&cursor) {
      guard let time = WrittenTime(&cursor) else { return nil }
      timeOfDay = time.milliseconds
      guard let zone = cursor.zone(isMail: day.isMails) else { return nil }
      self.zone = zone
      if day.year == nil { day.readYear(&cursor) }
    }
    guard let date = day.date else { return nil }
    self.date = date
    cursor.skipBlanks()
    if isEnclosed, !cursor.take("]") { return nil }
    cursor.skipBlanks()
    guard cursor.isAtEnd else { return nil }
  }

  /// Steps over what stands between date and time; false where no time follows.
  private static func skipToTime(_ cursor: inout TimestampCursor) -> Bool {
    var isParted = cursor.take(",")
    if cursor.skipBlanks() { isParted = true }
    if cursor.word(in: TimestampWords.at) != nil { isParted = cursor.skipBlanks() }
    if !isParted, cursor.take("T") || cursor.take("t") { isParted = true }
    return isParted && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(cursor.next)
  }
}

/// The time of day of a timestamp.
private struct WrittenTime {
  let milliseconds: Int

  init?(_ cursor: inout TimestampCursor) {
    guard let hourPart = cursor.number(atMost: 2) else { return nil }
    let usesPoints = cursor.next == UInt8(ascii: ".")
    let separator: Unicode.Scalar = usesPoints ? "." : ":"
    guard cursor.take(separator), let minute = cursor.pair(), minute < 60 else { return nil }
    var second = 0
    var fraction = 0
    if cursor.take(separator) {
      guard let written = cursor.pair(), written < 60 else { return nil }
      second = written
      if !usesPoints, cursor.take(".") || cursor.take(",") {
        guard let written = Self.fraction(&cursor) else { return nil }
        fraction = written
      }
    }
    var hour = Int(hourPart.value)
    if let half = cursor.halfOfDay() {
      switch half {
      case .morning where hour <= 12: hour %= 12
      case .afternoon where hour <= 12: hour = hour % 12 + 12
      // Some programs write the hours of a whole day and PM behind them.
      case .afternoon: break
      case .morning: return nil
      }
    }
    guard hour < 24 else { return nil }
    milliseconds = ((hour * 60 + minute) * 60 + second) * 1_000 + fraction
  }

  /// The milliseconds of the digits here; what is beyond them is cut off.
  private static func fraction(_ cursor: inout TimestampCursor) -> Int? {
    var milliseconds = 0
    var unit = 100
    let start = cursor.position
    while true {
      let digit = cursor.next &- UInt8(ascii: "0")
      guard digit <= 9 else { break }
      milliseconds += Int(digit) * unit
      unit /= 10
      cursor.position += 1
    }
    return cursor.position > start ? milliseconds : nil
  }
}

/// The halves that AM and PM name.
private enum HalfOfDay {
  case morning
  case afternoon
}

extension TimestampCursor {
  /// AM or PM, with points or without, also as a single letter after a space; nil where there is
  /// neither.
  fileprivate mutating func halfOfDay() -> HalfOfDay? {
    var ahead = self
    let isSpaced = ahead.skipBlanks()
    let half: HalfOfDay
    switch ahead.next | 0x20 {
    case UInt8(ascii: "a"): half = .morning
    case UInt8(ascii: "p"): half = .afternoon
    default: return nil
    }
    ahead.position += 1
    let single = ahead
    let hasPoint = ahead.take(".")
    if hasPoint { ahead.skipBlanks() }
    if ahead.take("m") || ahead.take("M") {
      if hasPoint { _ = ahead.take(".") }
      // A zone such as AMT or Asia/Tokyo begins like it.
      guard !ahead.next.isASCIILetter else { return nil }
      self = ahead
      return half
    }
    guard isSpaced, single.isAtEnd || single.next == UInt8(ascii: "]") else { return nil }
    self = single
    return half
  }

  /// The zone here, `.unstated` where there is none; nil where there is something else.
  fileprivate mutating func zone(isMail: Bool) -> WrittenTimestamp.Zone? {
    var ahead = self
    ahead.skipBlanks()
    var zone: WrittenTimestamp.Zone
    if let minutes = ahead.offset(allowsOneDigit: false) {
      zone = .offset(minutes: minutes)
    } else if let name = ahead.zoneName() {
      zone = .named(name)
    } else if let minutes = ahead.word(in: TimestampWords.zones) {
      let further = minutes == 0 ? ahead.offset(allowsOneDigit: true) : nil
      zone = .offset(minutes: further ?? minutes)
    } else if isMail, let minutes = ahead.word(in: TimestampWords.mailZones) {
      zone = .offset(minutes: minutes)
    } else if ahead.isAtEnd || ahead.next == UInt8(ascii: "]") || ahead.next.isASCIIDigit {
      return .unstated
    } else {
      return nil
    }
    self = ahead
    guard skipExplanation() else { return nil }
    return zone
  }

  /// The minutes of `±hh`, `±hhmm` or `±hh:mm`; with one digit of hours where that is allowed.
  private mutating func offset(allowsOneDigit: Bool) -> Int? {
    var ahead = self
    let isWest = ahead.next == UInt8(ascii: "-")
    guard ahead.take("+") || ahead.take("-"), let number = ahead.number(atMost: 4) else {
      return nil
    }
    var (hours, minutes) = (Int(number.value), 0)
    switch number.digitCount {
    case 1 where !allowsOneDigit, 3: return nil
    case 4: (hours, minutes) = (hours / 100, hours % 100)
    default:
      if ahead.take(":") {
        guard let written = ahead.pair() else { return nil }
        minutes = written
      }
    }
    guard hours < 24, minutes < 60 else { return nil }
    self = ahead
    return isWest ? -(hours * 60 + minutes) : hours * 60 + minutes
  }

  /// Where a name such as `Europe/Paris` stands, in brackets or without; nil where there is none.
  private mutating func zoneName() -> Range<Int>? {
    var ahead = self
    let isEnclosed = ahead.take("[")
    let start = ahead.position
    var hasSlash = false
    while ahead.next.isASCIILetter || ahead.next.isASCIIDigit || "/_+-".utf8.contains(ahead.next) {
      if ahead.next == UInt8(ascii: "/") { hasSlash = true }
      ahead.position += 1
    }
    guard hasSlash, text[start].isASCIILetter else { return nil }
    let name = start..<ahead.position
    if isEnclosed, !ahead.take("]") { return nil }
    self = ahead
    return name
  }

  /// Steps over what explains a zone: `(CET)` or, after an offset, `[Europe/Paris]` (RFC 9557).
  private mutating func skipExplanation() -> Bool {
    var ahead = self
    ahead.skipBlanks()
    if ahead.zoneNameInBrackets() {
      self = ahead
      return true
    }
    guard ahead.take("(") else { return true }
    while !ahead.isAtEnd, ahead.next != UInt8(ascii: ")") { ahead.position += 1 }
    guard ahead.take(")") else { return false }
    self = ahead
    return true
  }

  private mutating func zoneNameInBrackets() -> Bool {
    next == UInt8(ascii: "[") && zoneName() != nil
  }
}

extension UInt8 {
  fileprivate var isASCIIDigit: Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
  }
}
