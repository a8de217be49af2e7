extension Int64 {
  /// The quotient rounded towards minus infinity, for a positive divisor.
  ///
  /// Swift's `/` rounds towards zero, which would put the last second of 1969 into 1970.
  @inline(__always)
  func flooredQuotient(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }

  /// The remainder that goes with `flooredQuotient(by:)`, from 0 up to but not including `divisor`.
  @inline(__always)
  func flooredRemainder(by divisor: Int64) -> Int64 {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }
}
