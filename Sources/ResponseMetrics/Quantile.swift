/// A quantile of whole numbers by linear interpolation, where every one is a number of hundredths.
///
/// In so few bytes, since a report has a hundred thousand of them; a quotient when it is asked for.
struct Quantile: Sendable, Equatable, BitwiseCopyable {
  private let whole: Int64
  /// From 0 up to but not including 100.
  private let hundredths: UInt8

  /// Zero.
  init() {
    whole = 0
    hundredths = 0
  }

  /// So many hundredths of the way from one number to a greater one.
  @inline(__always)
  init(from lower: Int64, to upper: @autoclosure () -> Int64, hundredths: Int) {
    guard hundredths > 0 else {
      whole = lower
      self.hundredths = 0
      return
    }
    let step = (upper() - lower).quotientAndRemainder(dividingBy: 100)
    let rest = (step.remainder * Int64(hundredths)).quotientAndRemainder(dividingBy: 100)
    whole = lower + step.quotient * Int64(hundredths) + rest.quotient
    self.hundredths = UInt8(truncatingIfNeeded: rest.remainder)
  }

  /// In lowest terms, without a division by what is not known beforehand.
  var fraction: Fraction {
    guard hundredths > 0 else { return Fraction(whole) }
    // What divides the hundredths and 100 is all that divides the number of all hundredths and 100.
    let rest = Int(hundredths)
    let fives = rest.isMultiple(of: 25) ? 25 : rest.isMultiple(of: 5) ? 5 : 1
    let twos = rest.isMultiple(of: 4) ? 4 : rest.isMultiple(of: 2) ? 2 : 1
    let divisor = fives * twos
    return Fraction(
      lowest: Int128(whole) * Int128(100 / divisor) + Int128(rest / divisor),
      over: Int128(100 / divisor))
  }
}
