/// Timestamps that are numbers of seconds or milliseconds since the Unix epoch.
enum UnixTime {
  /// The milliseconds of the years 1 to 9999.
  private static let readable: Range<Int64> = -62_135_596_800_000..<253_402_300_800_000

  /// The instant of `[+-]digits[.digits]`; nil for other text and outside the years 1 to 9999.
  static func instant(of cell: UnsafeRawBufferPointer) -> Instant? {
    var position = 0
    var isNegative = false
    if let sign = cell.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      position = 1
    }
    let digitsStart = position
    var whole: Int64 = 0
    while position < cell.count {
      let digit = cell[position] &- UInt8(ascii: "0")
      guard digit <= 9 else { break }
      whole = whole * 10 + Int64(digit)
      // Beyond all readable years in either unit, and far from overflow.
      guard whole < 1_000_000_000_000_000 else { return nil }
      position += 1
    }
    guard position > digitsStart else { return nil }

    var milliseconds = whole
    var hasRest = false
    let isSeconds = whole < 100_000_000_000
    if isSeconds { milliseconds *= 1_000 }
    if position < cell.count {
      guard cell[position] == UInt8(ascii: "."), position + 1 < cell.count else { return nil }
      position += 1
      var unit: Int64 = isSeconds ? 100 : 0
      while position < cell.count {
        let digit = cell[position] &- UInt8(ascii: "0")
        guard digit <= 9 else { return nil }
        milliseconds += Int64(digit) * unit
        if unit == 0, digit != 0 { hasRest = true }
        unit /= 10
        position += 1
      }
    }
    // Downwards is away from zero before the epoch.
    if isNegative { milliseconds = hasRest ? -milliseconds - 1 : -milliseconds }
    return readable ~= milliseconds ? Instant(milliseconds: milliseconds) : nil
  }
}
