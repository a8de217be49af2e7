import MessageHistory

extension Range<Instant> {
  /// The same as for any range, without a call through a table for each comparison.
  func contains(_ instant: Instant) -> Bool {
    lowerBound.milliseconds <= instant.milliseconds
      && instant.milliseconds < upperBound.milliseconds
  }
}
