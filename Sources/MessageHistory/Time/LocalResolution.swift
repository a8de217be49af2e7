/// The instant that a naive local time stands for, and how sure that is.
package struct LocalResolution: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The clock showed this time once.
    case unique
    /// The clock skipped this time; it was moved forward by the gap's length.
    case inGap
    /// The clock showed this time more than once; the earliest instant was taken.
    case ambiguous
  }

  package let instant: Instant
  package let kind: Kind
}
