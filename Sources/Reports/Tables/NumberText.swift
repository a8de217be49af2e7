import DelimitedText
import MessageHistory
package import ResponseMetrics

/// How the CSV and JSON files write numbers: exact, rounded once, half away from zero.
package enum NumberText {
  /// Six decimals: `0.916667`.
  package static func share(_ share: Fraction) -> String { text { append(share: share, to: &$0) } }

  /// Six decimals of a number that is not exact.
  package static func share(_ share: Double) -> String { text { append(share: share, to: &$0) } }

  /// Seconds with up to three decimals, from milliseconds.
  package static func seconds(_ milliseconds: Fraction) -> String {
    text { append(seconds: milliseconds, to: &$0) }
  }

  /// Up to `places` decimals, without trailing zeros.
  package static func decimal(_ number: Fraction, places: Int) -> String {
    text { append(decimal: number, places: places, to: &$0) }
  }

  private static func text(_ write: (inout [UInt8]) -> Void) -> String {
    var bytes: [UInt8] = []
    write(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: The same as bytes, at the end of others

  static func append(share: Fraction, to bytes: inout [UInt8]) {
    append(share.units(of: 1_000_000), places: 6, isTrimmed: false, to: &bytes)
  }

  static func append(share: Double, to bytes: inout [UInt8]) {
    let units = (share * 1_000_000).rounded(.toNearestOrAwayFromZero)
    append(Int128(units), places: 6, isTrimmed: false, to: &bytes)
  }

  static func append(seconds milliseconds: Fraction, to bytes: inout [UInt8]) {
    append(milliseconds.units(of: 1), places: 3, isTrimmed: true, to: &bytes)
  }

  static func append(seconds time: Milliseconds, to bytes: inout [UInt8]) {
    bytes.appendTrimmedDecimal(Int(time.count), decimals: 3)
  }

  static func append(decimal number: Fraction, places: Int, to bytes: inout [UInt8]) {
    var scale: Int64 = 1
    for _ in 0..<places { scale *= 10 }
    append(number.units(of: scale), places: places, isTrimmed: true, to: &bytes)
  }

  /// Appends `units` of the last decimal place as a number.
  private static func append(
    _ units: Int128, places: Int, isTrimmed: Bool, to bytes: inout [UInt8]
  ) {
    if let units = units.in64Bits.map({ Int($0) }) {
      if isTrimmed {
        bytes.appendTrimmedDecimal(units, decimals: places)
      } else {
        bytes.appendDecimal(units, decimals: places)
      }
    } else {
      appendLong(units, places: places, isTrimmed: isTrimmed, to: &bytes)
    }
  }

  /// The same for what 64 bits do not hold, which no history of this world has.
  private static func appendLong(
    _ units: Int128, places: Int, isTrimmed: Bool, to bytes: inout [UInt8]
  ) {
    let digits = Array(String(units.magnitude).utf8)
    if units < 0 { bytes.append(UInt8(ascii: "-")) }
    bytes += digits.dropLast(places)
    var decimals = digits.suffix(places)
    while isTrimmed, decimals.last == UInt8(ascii: "0") { decimals.removeLast() }
    guard !decimals.isEmpty else { return }
    bytes.append(UInt8(ascii: "."))
    bytes += decimals
  }
}

extension Fraction {
  /// How many units of `1 / scale` it is, half away from zero.
  ///
  /// The same as `rounded(toMultiplesOfOneOver:)`; numbers of 64 bits, nearly all, are divided as
  /// such, several times as fast.
  fileprivate func units(of scale: Int64) -> Int128 {
    guard let whole = numerator.in64Bits, let parts = denominator.in64Bits else {
      return rounded(toMultiplesOfOneOver: Int128(scale))
    }
    let scaled = whole.magnitude.multipliedReportingOverflow(by: scale.magnitude)
    let doubled = scaled.partialValue.multipliedReportingOverflow(by: 2)
    let half = doubled.partialValue.addingReportingOverflow(parts.magnitude)
    let divisor = parts.magnitude.multipliedReportingOverflow(by: 2)
    guard !scaled.overflow, !doubled.overflow, !half.overflow, !divisor.overflow else {
      return rounded(toMultiplesOfOneOver: Int128(scale))
    }
    let magnitude = half.partialValue / divisor.partialValue
    return whole < 0 ? -Int128(magnitude) : Int128(magnitude)
  }
}
