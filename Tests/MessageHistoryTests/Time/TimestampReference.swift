/// The slow, obvious reading of timestamps that the parser is compared with; naive times are UTC.
enum TimestampReference {
  static func milliseconds(of text: String) -> Int64? {
    isoMilliseconds(text) ?? numberMilliseconds(text)
  }

  private static func isoMilliseconds(_ text: String) -> Int64? {
    let form = #/([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt ]([0-9]{2}):([0-9]{2})/#
      .asciiOnlyDigits().matchingSemantics(.unicodeScalar)
    guard let start = text.prefixMatch(of: form),
      let year = Int64(start.1), let month = Int(start.2), let day = Int64(start.3),
      let hour = Int64(start.4), let minute = Int64(start.5)
    else { return nil }
    let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
    let lengths: [Int64] = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard year >= 1, 1...12 ~= month, day >= 1, day <= lengths[month - 1], hour <= 23,
      minute <= 59
    else { return nil }
    let leapDays = (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400
    let days = (year - 1) * 365 + leapDays + lengths[..<(month - 1)].reduce(0, +) + day - 1
    // 719,162 days lie between 0001-01-01 and 1970-01-01.
    let base = ((days - 719_162) * 24 + hour) * 3_600_000 + minute * 60_000
    guard let rest = restMilliseconds(String(text[start.range.upperBound...])) else { return nil }
    return base + rest
  }

  private static func restMilliseconds(_ text: String) -> Int64? {
    let form =
      #/(?::([0-9]{2})(?:[.,]([0-9]+))?)?([Zz]|([+\-])([0-9]{2})(?::?([0-9]{2}))?)?/#
      .asciiOnlyDigits().matchingSemantics(.unicodeScalar)
    guard let rest = text.wholeMatch(of: form) else { return nil }
    let second = Int64(rest.1 ?? "0") ?? 0
    let fraction = Int64((String(rest.2 ?? "") + "000").prefix(3)) ?? 0
    let hours = Int64(rest.5 ?? "0") ?? 0
    let minutes = Int64(rest.6 ?? "0") ?? 0
    guard second <= 59, hours <= 23, minutes <= 59 else { return nil }
    let offset = (hours * 60 + minutes) * 60_000
    return second * 1_000 + fraction - (rest.4 == "-" ? -offset : offset)
  }

  private static func numberMilliseconds(_ text: String) -> Int64? {
    let form = #/([+\-]?)0*([0-9]+)(?:\.([0-9]+))?/#
      .asciiOnlyDigits().matchingSemantics(.unicodeScalar)
    guard let number = text.wholeMatch(of: form), number.2.count <= 15,
      let whole = Int64(number.2)
    else { return nil }
    let decimals = String(number.3 ?? "")
    let isSeconds = whole < 100_000_000_000
    let scaled = isSeconds ? whole * 1_000 + (Int64((decimals + "000").prefix(3)) ?? 0) : whole
    let rest = isSeconds ? decimals.dropFirst(3) : decimals[...]
    let isExact = rest.allSatisfy { $0 == "0" }
    let signed = number.1 == "-" ? -scaled - (isExact ? 0 : 1) : scaled
    return -62_135_596_800_000...253_402_300_799_999 ~= signed ? signed : nil
  }

  /// A text near the accepted forms, with numbers at and over their limits.
  static func randomText(using random: inout SplitMix) -> String {
    func digits(_ count: Int, _ range: ClosedRange<Int>) -> String {
      let text = String(Int.random(in: range, using: &random))
      return String(repeating: "0", count: max(0, count - text.count)) + text
    }
    func one(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
    if Int.random(in: 0..<4, using: &random) == 0 {
      let magnitude = Int.random(in: 1...16, using: &random)
      return one(["", "", "-", "+"]) + (1...magnitude).map { _ in digits(1, 0...9) }.joined()
        + one(["", "", ".", "." + digits(1, 0...9), ".000", "." + digits(5, 0...99_999)])
    }
    return digits(4, one(["", "x"]).isEmpty ? 1969...2030 : 0...9999) + "-" + digits(2, 1...12)
      + "-" + digits(2, 1...31) + one(["T", "T", " ", "t"]) + digits(2, 0...24) + ":"
      + digits(2, 0...60)
      + one(["", ":" + digits(2, 0...60), ":" + digits(2, 0...59)])
      + one(["", "", "." + digits(1, 0...9), "," + digits(3, 0...999), ".", ".0000019"])
      + one([
        "", "Z", "z", "+" + digits(2, 0...24), "-" + digits(4, 0...2_400),
        "+" + digits(2, 0...23) + ":" + digits(2, 0...60), "-0" + digits(1, 0...9) + ":30",
      ])
  }
}
