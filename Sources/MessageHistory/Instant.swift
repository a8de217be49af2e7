/// A point in time, kept in milliseconds since 1970-01-01T00:00:00Z.
package struct Instant: BitwiseCopyable, Comparable, Hashable, Sendable {
  /// Milliseconds since the Unix epoch; negative before it.
  package var milliseconds: Int64

  @inlinable
  package init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  @inlinable
  package static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }

  // The other comparisons would be the protocol's, which are called through a table.

  @inlinable
  package static func == (left: Instant, right: Instant) -> Bool {
    left.milliseconds == right.milliseconds
  }

  @inlinable
  package static func <= (left: Instant, right: Instant) -> Bool {
    left.milliseconds <= right.milliseconds
  }

  @inlinable
  package static func > (left: Instant, right: Instant) -> Bool {
    left.milliseconds > right.milliseconds
  }

  @inlinable
  package static func >= (left: Instant, right: Instant) -> Bool {
    left.milliseconds >= right.milliseconds
  }

  @inlinable
  package static func + (instant: Instant, duration: Milliseconds) -> Instant {
    Instant(milliseconds: instant.milliseconds + duration.count)
  }

  @inlinable
  package static func - (instant: Instant, duration: Milliseconds) -> Instant {
    Instant(milliseconds: instant.milliseconds - duration.count)
  }

  /// The time from `earlier` to `later`; negative where the order is the other way round.
  @inlinable
  package static func - (later: Instant, earlier: Instant) -> Milliseconds {
    Milliseconds(later.milliseconds - earlier.milliseconds)
  }
}
