/// ASCII digits to small numbers and back, where a `String` would cost too much.
enum DecimalDigits {
  /// The number that one to nine digits stand for; nil where a byte is no digit.
  static func number(_ bytes: some Collection<UInt8>) -> Int? {
    guard 1...9 ~= bytes.count else { return nil }
    var number = 0
    for byte in bytes {
      let digit = byte &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }

  /// Appends a number with leading zeros up to `width` digits, at most 20.
  static func append(_ number: UInt, width: Int, to bytes: inout [UInt8]) {
    var power: UInt = 1
    var digitCount = 1
    while digitCount < width || number / power >= 10 {
      power *= 10
      digitCount += 1
    }
    while power > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(number / power % 10))
      power /= 10
    }
  }

  /// Appends the two last digits of a number, without the loop's divisions.
  @inline(__always)
  static func appendPair(_ number: UInt, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "0") + UInt8(number / 10 % 10))
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
