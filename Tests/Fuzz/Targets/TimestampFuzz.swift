import MessageHistory

/// Any text is a time or none; a time is written so that it reads the same again.
///
/// An input is a time zone file and a text for everything else; one part alone is the text.
enum TimestampFuzz {
  static func check(_ bytes: [UInt8]) throws(FuzzFinding) {
    var input = FuzzInput(bytes)
    let text = input.part()
    var clocks = [LocalClock.utc]
    if let clock = try? TimeZoneFile(Array(input.rest)).clock(named: "Fuzz/File") {
      clocks.append(clock)
    }
    if let rule = ClockRule(posix: text) {
      clocks.append(LocalClock(name: "Fuzz/Rule", initialOffset: 0, rule: rule))
    }
    for clock in clocks {
      try checkTimes(text, clock: clock)
      try checkPeriods(String(decoding: text, as: UTF8.self), clock: clock)
    }
    if let date = LocalDate(String(decoding: text, as: UTF8.self)) {
      try require(date.description.utf8.elementsEqual(text), "date \(date)")
    }
  }

  private static func checkTimes(_ text: [UInt8], clock: LocalClock) throws(FuzzFinding) {
    let parsed = text.withUnsafeBytes { TimestampParser.parse($0, clock: clock) }
    let named = text.withUnsafeBytes { TimestampParser.parseInstantOrDate($0, clock: clock) }
    for instant in [parsed?.instant, named?.instant].compactMap(\.self) {
      let written = InstantFormat(clock: clock).string(instant)
      let again = Array(written.utf8).withUnsafeBytes {
        TimestampParser.parse($0, clock: .utc)?.instant
      }
      // At the ends of year 1 and 9999 an offset leads to years that cannot be read.
      let isInside = -62_135_510_400_000...253_402_214_400_000 ~= instant.milliseconds
      try require(again == instant || !isInside, "\(instant) as \(written) reads \(again as Any)")
    }
  }

  private static func checkPeriods(_ text: String, clock: LocalClock) throws(FuzzFinding) {
    guard let expression = try? PeriodExpression(text) else { return }
    let period = expression.resolve(
      asOf: Instant(milliseconds: 1_794_000_000_000),
      oldest: Instant(milliseconds: 1_700_000_000_000), clock: clock)
    try require(period != nil, "no period of \(text)")
  }
}
