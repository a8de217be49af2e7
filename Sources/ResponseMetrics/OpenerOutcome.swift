/// What became of an opener, or why it does not count.
package enum OpenerOutcome: UInt8, Sendable {
  case answered = 0
  /// Not answered, and under 24 h old at as-of: the messaging window is still open.
  case awaiting = 1
  case missed = 2
  case excludedSpam = 3
  case excludedDone = 4
  case excludedAway = 5

  /// Whether it enters rates and times.
  package var isEligible: Bool { rawValue <= OpenerOutcome.missed.rawValue }

  /// The general comparison of raw values is called through a table.
  @inlinable
  package static func == (left: OpenerOutcome, right: OpenerOutcome) -> Bool {
    left.rawValue == right.rawValue
  }
}
