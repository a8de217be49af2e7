package import ResponseMetrics

/// How the CSV and JSON files write numbers: exact, rounded once, half away from zero.
package enum NumberText {
  /// Six decimals: `0.916667`.
  package static func share(_ share: Fraction) -> String {
    fixed(share.rounded(toMultiplesOfOneOver: 1_000_000), places: 6)
  }

  /// Six decimals of a number that is not exact.
  package static func share(_ share: Double) -> String {
    fixed(Int128((share * 1_000_000).rounded(.toNearestOrAwayFromZero)), places: 6)
  }

  /// Seconds with up to three decimals, from milliseconds.
  package static func seconds(_ milliseconds: Fraction) -> String {
    trimmed(milliseconds.rounded(), places: 3)
  }

  /// Up to `places` decimals, without trailing zeros.
  package static func decimal(_ number: Fraction, places: Int) -> String {
    var scale: Int128 = 1
    for _ in 0..<places { scale *= 10 }
    return trimmed(number.rounded(toMultiplesOfOneOver: scale), places: places)
  }

  private static func trimmed(_ units: Int128, places: Int) -> String {
    var text = fixed(units, places: places)
    guard text.contains(".") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// `units` of the last decimal place as a number.
  private static func fixed(_ units: Int128, places: Int) -> String {
    var digits = String(units.magnitude)
    if digits.count <= places {
      digits = String(repeating: "0", count: places + 1 - digits.count) + digits
    }
    let sign = units < 0 ? "-" : ""
    guard places > 0 else { return sign + digits }
    return sign + digits.dropLast(places) + "." + digits.suffix(places)
  }
}
