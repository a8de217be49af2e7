package import MessageHistory

extension Milliseconds {
  /// The longest duration that can be written, ten thousand years.
  ///
  /// So that no sum with an instant between the years 1 and 9999 can overflow.
  package static let longestWritten = Milliseconds.days(3_652_500)
  static let longestText = "3652500d"

  /// Reads a number of seconds, or a number with ms, s, m, h, d or w: `90`, `1.5h`, `250ms`.
  ///
  /// Nothing for other forms, signs included, for parts of a millisecond, and beyond
  /// `longestWritten`.
  package init?(writtenAs text: String) {
    let number = text.prefix { $0 == "." || $0.isASCII && $0.isNumber }
    guard let unit = Self.unit(text[number.endIndex...]), let decimal = UnsignedDecimal(number)
    else { return nil }
    let (product, overflow) = decimal.digits.multipliedReportingOverflow(by: unit.count)
    guard !overflow, product % decimal.powerOfTen == 0 else { return nil }
    self.init(product / decimal.powerOfTen)
    guard self <= Self.longestWritten else { return nil }
  }

  private static func unit(_ suffix: Substring) -> Milliseconds? {
    switch suffix {
    case "ms": Milliseconds(1)
    case "", "s": .seconds(1)
    case "m": .minutes(1)
    case "h": .hours(1)
    case "d": .days(1)
    case "w": .days(7)
    default: nil
    }
  }
}
