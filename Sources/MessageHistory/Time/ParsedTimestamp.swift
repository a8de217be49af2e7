/// An instant read from text, and how the text told it.
package struct ParsedTimestamp: Hashable, Sendable {
  package enum Reading: Hashable, Sendable {
    /// The text names the instant: a number, or a time with an offset.
    case absolute
    /// A naive time that the clock showed once.
    case unique
    /// A naive time that the clock skipped; it was moved forward by the gap's length.
    case inGap
    /// A naive time that the clock showed more than once; the earliest instant was taken.
    case ambiguous
  }

  package let instant: Instant
  package let reading: Reading

  init(instant: Instant, reading: Reading) {
    self.instant = instant
    self.reading = reading
  }

  init(_ resolution: LocalResolution) {
    instant = resolution.instant
    switch resolution.kind {
    case .unique: reading = .unique
    case .inGap: reading = .inGap
    case .ambiguous: reading = .ambiguous
    }
  }
}
