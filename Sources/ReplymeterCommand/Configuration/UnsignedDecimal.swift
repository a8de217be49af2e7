/// A number as it was written in decimal digits, with or without a fraction and without a sign.
struct UnsignedDecimal: Equatable {
  /// The number without its point; with `scale`, without zeros at the fraction's end.
  let digits: Int64
  /// How many of the digits are decimals, from 0 to 18.
  let scale: Int

  /// Ten to the power of `scale`.
  var powerOfTen: Int64 {
    (0..<scale).reduce(1) { power, _ in power * 10 }
  }

  /// Reads `12`, `0.5` or `.5`.
  ///
  /// Nothing for signs, exponents, spaces, a point without a digit after it, more than 18 digits.
  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    var fraction = Substring()
    if parts.count == 2 {
      fraction = Substring(parts[1])
      guard !fraction.isEmpty else { return nil }
      while fraction.utf8.last == UInt8(ascii: "0") { fraction.removeLast() }
    }
    let whole = parts.first.map { Substring($0) } ?? Substring()
    guard !(whole.isEmpty && parts.count < 2) else { return nil }
    let wholeDigits = whole.drop { $0 == "0" }
    guard wholeDigits.utf8.count + fraction.utf8.count <= 18 else { return nil }
    let all = wholeDigits + fraction
    guard all.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    digits = all.utf8.reduce(0) { $0 * 10 + Int64($1 - 48) }
    scale = fraction.utf8.count
  }
}

extension Int {
  /// Reads one to nine decimal digits and nothing else: no sign, no space.
  init?(digits text: some StringProtocol) {
    guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    self = text.utf8.reduce(0) { $0 * 10 + Int($1 - 48) }
  }
}
