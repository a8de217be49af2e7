extension Fraction {
  /// The exact value of a plain decimal number: up to nine digits, then a point and up to six
  /// more; nil for everything else.
  ///
  /// The bounds keep every later product far inside 128 bits.
  package init?(decimal text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2, (1...9).contains(whole.count) else {
      return nil
    }
    let decimals = parts.count == 2 ? parts[1] : ""[...].utf8
    guard parts.count == 1 || (1...6).contains(decimals.count) else { return nil }
    var digits = Int64(0)
    var scale = Int64(1)
    for byte in whole {
      guard let digit = Self.digit(byte) else { return nil }
      digits = digits * 10 + digit
    }
    for byte in decimals {
      guard let digit = Self.digit(byte) else { return nil }
      digits = digits * 10 + digit
      scale *= 10
    }
    self.init(digits, over: scale)
  }

  private static func digit(_ byte: UInt8) -> Int64? {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      ? Int64(byte - UInt8(ascii: "0")) : nil
  }
}
