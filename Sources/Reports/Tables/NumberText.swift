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

  /// A whole number; 64 bits become text several times as fast as 128.
  static func whole(_ number: Int128) -> String {
    number.in64Bits?.description ?? number.description
  }

  private static func text(_ write: (inout [UInt8]) -> Void) -> String {
    var bytes: [UInt8] = []
    write(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: The same as bytes, at the end of others

  /// Of the last of six decimals.
  @inline(__always)
  static func units(ofShare share: Fraction) -> Int128 {
    share.rounded(toMultiplesOfOneOver: 1_000_000)
  }

  /// Of the last of three decimals, from milliseconds.
  @inline(__always)
  static func units(ofSeconds milliseconds: Fraction) -> Int128 { milliseconds.rounded() }

  static func append(share: Fraction, to bytes: inout [UInt8]) {
    append(units(ofShare: share), places: 6, isTrimmed: false, to: &bytes)
  }

  static func append(share: Double, to bytes: inout [UInt8]) {
    let units = (share * 1_000_000).rounded(.toNearestOrAwayFromZero)
    append(Int128(units), places: 6, isTrimmed: false, to: &bytes)
  }

  static func append(seconds milliseconds: Fraction, to bytes: inout [UInt8]) {
    append(units(ofSeconds: milliseconds), places: 3, isTrimmed: true, to: &bytes)
  }

  static func append(decimal number: Fraction, places: Int, to bytes: inout [UInt8]) {
    var scale: Int128 = 1
    for _ in 0..<places { scale *= 10 }
    append(number.rounded(toMultiplesOfOneOver: scale), places: places, isTrimmed: true, to: &bytes)
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
