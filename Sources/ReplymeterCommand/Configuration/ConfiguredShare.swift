/// A share from 0 to 1 as the exact decimal fraction that was written.
///
/// `0.95` is 95/100 and equal to `0.950`: the denominator is the least power of ten, at most a
/// million, so that products with counts of openers stay far from overflow.
package struct ConfiguredShare: Hashable, Sendable {
  package let numerator: Int64
  package let denominator: Int64

  /// Reads `0.95`, `1` or `.5`; nothing for other forms, more than 6 decimals or more than 1.
  package init?(_ text: String) {
    guard let decimal = UnsignedDecimal(text), decimal.scale <= 6 else { return nil }
    let denominator = decimal.powerOfTen
    guard decimal.digits <= denominator else { return nil }
    self.numerator = decimal.digits
    self.denominator = denominator
  }
}
