extension ClockRule {
  /// Reads a POSIX time zone string as it stands at the end of a time zone file.
  ///
  /// That is `std offset [dst [offset] , start [/time] , end [/time]]` with names of three or more
  /// letters or in angle brackets, days as `Jn`, `n` or `Mm.w.d`, and times from −167 to 167 hours
  /// (RFC 9636, 3.3.1). Nil for anything else, a daylight name without dates and an offset of a
  /// day or more included.
  package init?(posix text: some Sequence<UInt8>) {
    var reader = RuleReader(rest: Array(text)[...])
    guard reader.skipName(), let standard = reader.offset(),
      standard.magnitude < LocalClock.offsetLimit
    else { return nil }
    guard !reader.isAtEnd else {
      self = .fixed(offset: standard)
      return
    }
    guard reader.skipName() else { return nil }
    var daylight = standard + 3_600
    if !reader.isNext(",") {
      guard let offset = reader.offset() else { return nil }
      daylight = offset
    }
    guard daylight.magnitude < LocalClock.offsetLimit,
      reader.skip(","), let start = reader.moment(),
      reader.skip(","), let end = reader.moment(),
      reader.isAtEnd
    else { return nil }
    self = .daylight(
      DaylightRule(
        standardOffset: standard, daylightOffset: daylight, start: start, end: end))
  }
}

private struct RuleReader {
  var rest: ArraySlice<UInt8>

  var isAtEnd: Bool { rest.isEmpty }

  func isNext(_ character: Unicode.Scalar) -> Bool {
    rest.first == UInt8(ascii: character)
  }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard isNext(character) else { return false }
    rest.removeFirst()
    return true
  }

  /// `<+03>`, or three or more letters.
  mutating func skipName() -> Bool {
    if skip("<") {
      guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
      let name = rest[..<end]
      rest = rest[(end + 1)...]
      return !name.isEmpty && name.allSatisfy(isNameByte)
    }
    let name = rest.prefix { 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 }
    rest = rest[name.endIndex...]
    return name.count >= 3
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "+"), UInt8(ascii: "-"): true
    default: false
    }
  }

  /// An offset, turned to seconds east of Greenwich.
  mutating func offset() -> Int? {
    time().map { -$0 }
  }

  /// A day, and the time after `/`, by default 02:00.
  mutating func moment() -> YearlyMoment? {
    guard let day = day() else { return nil }
    guard skip("/") else { return YearlyMoment(day: day, secondOfDay: 7_200) }
    guard let second = time() else { return nil }
    return YearlyMoment(day: day, secondOfDay: second)
  }

  private mutating func day() -> YearlyMoment.Day? {
    if skip("J") {
      return number(in: 1...365).map { .countedWithoutLeapDay($0) }
    }
    if skip("M") {
      guard let month = number(in: 1...12), skip("."),
        let week = number(in: 1...5), skip("."),
        let weekday = number(in: 0...6)
      else { return nil }
      return .weekday(month: month, week: week, weekday: weekday)
    }
    return number(in: 0...365).map { .countedFromZero($0) }
  }

  /// `[+-]h[:mm[:ss]]` of at most 167 hours, in seconds.
  private mutating func time() -> Int? {
    let isNegative = skip("-")
    if !isNegative { _ = skip("+") }
    guard let hours = number(in: 0...167) else { return nil }
    var seconds = hours * 3_600
    if skip(":") {
      guard let minutes = number(in: 0...59) else { return nil }
      seconds += minutes * 60
      if skip(":") {
        guard let rest = number(in: 0...59) else { return nil }
        seconds += rest
      }
    }
    return isNegative ? -seconds : seconds
  }

  /// One to three digits.
  private mutating func number(in range: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix { 0x30...0x39 ~= $0 }
    guard digits.count <= 3, let number = DecimalDigits.number(digits), range ~= number else {
      return nil
    }
    rest = rest[digits.endIndex...]
    return number
  }
}
