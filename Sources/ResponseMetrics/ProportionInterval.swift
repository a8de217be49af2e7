/// A 95 % interval of a share, within 0 and 1.
package struct ProportionInterval: Sendable, Equatable {
  package var low: Double
  package var high: Double

  /// The normal quantile of a two-sided 95 % interval, to the digits of the contract.
  private static let z = 1.959964

  /// Wilson's score interval of `successes` among `trials`; nil where there are no trials.
  ///
  /// Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference
  /// (1927).
  package init?(wilson successes: Int, among trials: Int) {
    guard trials > 0 else { return nil }
    let n = Double(trials)
    let p = Double(successes) / n
    let square = Self.z * Self.z
    let centre = p + square / (2 * n)
    let spread = Self.z * (p * (1 - p) / n + square / (4 * n * n)).squareRoot()
    low = max(0, (centre - spread) / (1 + square / n))
    high = min(1, (centre + spread) / (1 + square / n))
  }
}
