/// An exact quotient of two whole numbers, the form of every rate, mean and quantile until it is
/// written.
package struct Fraction: Comparable, Hashable, Sendable {
  package let numerator: Int128
  /// Greater than 0.
  package let denominator: Int128

  /// The quotient in lowest terms; nil where the denominator is 0.
  package init?(_ numerator: some BinaryInteger, over denominator: some BinaryInteger) {
    guard denominator != 0 else { return nil }
    self.init(reducing: Int128(numerator), Int128(denominator))
  }

  package init(_ whole: some BinaryInteger) {
    numerator = Int128(whole)
    denominator = 1
  }

  // The same for the numbers that there are most of: another module calls a generic function through
  // tables of what a type can do, at some fifty times the price.

  package init?(_ numerator: Int, over denominator: Int) {
    guard denominator != 0 else { return nil }
    self.init(reducing: Int128(numerator), Int128(denominator))
  }

  package init(_ whole: Int64) {
    numerator = Int128(whole)
    denominator = 1
  }

  package init(_ whole: Int) {
    numerator = Int128(whole)
    denominator = 1
  }

  /// A quotient that is in lowest terms already, of a denominator greater than 0.
  init(lowest numerator: Int128, over denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// - Precondition: the denominator is not 0; every caller has checked or multiplied non-zeros.
  private init(reducing numerator: Int128, _ denominator: Int128) {
    // Division of 64 bits is several times as fast as of 128.
    if let first = numerator.in64Bits, let second = denominator.in64Bits, first > .min, second > 0 {
      let divisor = Int64(Self.greatestDivisor(first.magnitude, second.magnitude))
      self.numerator = Int128(first / divisor)
      self.denominator = Int128(second / divisor)
      return
    }
    let greatest = Self.greatestDivisor(numerator.magnitude, denominator.magnitude)
    let divisor = Int128(greatest) * (denominator < 0 ? -1 : 1)
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  /// The greatest common divisor; 1 of two zeros.
  private static func greatestDivisor<Number: UnsignedInteger>(
    _ first: Number, _ second: Number
  ) -> Number {
    var (a, b) = (first, second)
    while b != 0 { (a, b) = (b, a % b) }
    return a == 0 ? 1 : a
  }

  package static func < (left: Fraction, right: Fraction) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }

  package static func + (left: Fraction, right: Fraction) -> Fraction {
    Fraction(
      reducing: left.numerator * right.denominator + right.numerator * left.denominator,
      left.denominator * right.denominator)
  }

  package static func - (left: Fraction, right: Fraction) -> Fraction {
    Fraction(
      reducing: left.numerator * right.denominator - right.numerator * left.denominator,
      left.denominator * right.denominator)
  }

  package static func * (left: Fraction, right: Fraction) -> Fraction {
    Fraction(
      reducing: left.numerator * right.numerator, left.denominator * right.denominator)
  }

  /// The quotient; nil where `right` is 0.
  package static func / (left: Fraction, right: Fraction) -> Fraction? {
    right.numerator == 0
      ? nil
      : Fraction(
        reducing: left.numerator * right.denominator, left.denominator * right.numerator)
  }

  /// The nearest whole number of `1 / scale`, half away from zero: `rounded(to: 1000)` of a
  /// number of seconds is its milliseconds.
  package func rounded(toMultiplesOfOneOver scale: Int128 = 1) -> Int128 {
    Self.quotient(numerator, scale, denominator)
  }

  /// The nearest number of so many, half away from zero: of milliseconds 60,000 make a minute.
  package func rounded(toMultiplesOf unit: Int64) -> Int128 {
    Self.quotient(numerator, 1, denominator * Int128(unit))
  }

  /// `numerator * scale / denominator` as the nearest whole number, half away from zero; the
  /// denominator is greater than 0.
  private static func quotient(
    _ numerator: Int128, _ scale: Int128, _ denominator: Int128
  ) -> Int128 {
    let scaled = numerator.magnitude * scale.magnitude
    let half = scaled * 2 + denominator.magnitude
    let divisor = denominator.magnitude * 2
    // Division of 64 bits is several times as fast as of 128.
    let magnitude =
      if let half = Int128(truncatingIfNeeded: half).in64Bits,
        let divisor = Int128(truncatingIfNeeded: divisor).in64Bits, half >= 0, divisor > 0
      {
        UInt128(half.magnitude / divisor.magnitude)
      } else {
        half / divisor
      }
    return numerator < 0 ? -Int128(magnitude) : Int128(magnitude)
  }

  package var asDouble: Double {
    // Both ways round to the nearest; that of 64 bits is one instruction.
    if let first = numerator.in64Bits, let second = denominator.in64Bits {
      return Double(first) / Double(second)
    }
    return Double(numerator) / Double(denominator)
  }
}

extension Int128 {
  /// The number in 64 bits; nil where these do not hold it.
  package var in64Bits: Int64? {
    let low = Int64(truncatingIfNeeded: self)
    return Int128(low) == self ? low : nil
  }
}
