/// Numbers as the CSV files write them, from whole numbers only.
enum PlainNumbers {
  /// `numerator / denominator` with six decimals, half away from zero; blank over nothing.
  static func share(_ numerator: Int, of denominator: Int) -> String {
    guard denominator > 0 else { return "" }
    let millionths = rounded(numerator * 1_000_000, denominator)
    return "\(millionths / 1_000_000).\(padded(millionths % 1_000_000, digits: 6))"
  }

  /// `numerator / denominator` milliseconds in seconds, to the millisecond.
  static func seconds(_ numerator: Int, over denominator: Int = 1) -> String {
    let milliseconds = rounded(numerator, denominator)
    var text = "\(milliseconds / 1000)"
    guard milliseconds % 1000 != 0 else { return text }
    text += "." + padded(milliseconds % 1000, digits: 3)
    while text.hasSuffix("0") { text.removeLast() }
    return text
  }

  /// Milliseconds of seconds with up to three decimals; nil of a blank.
  static func milliseconds(_ seconds: String) -> Int? {
    let parts = seconds.split(separator: ".")
    guard let whole = parts.first.flatMap({ Int($0) }) else { return nil }
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    return whole * 1000 + (Int((fraction + "000").prefix(3)) ?? 0)
  }

  /// Half away from zero; of what is not negative.
  private static func rounded(_ numerator: Int, _ denominator: Int) -> Int {
    (2 * numerator + denominator) / (2 * denominator)
  }

  private static func padded(_ number: Int, digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: digits - text.count) + text
  }
}
