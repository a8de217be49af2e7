/// The events that a figure uses; all others only count as events.
package enum EventKind: UInt8, BitwiseCopyable, Sendable {
  /// Not an event, or one that no figure uses.
  case other = 0
  /// Sets the status done where the row has none of its own.
  case closed = 1
  /// Sets the status open where the row has none of its own.
  case reopened = 2
  /// Clears the assignee, whatever its own assignee cell says.
  case unassigned = 3

  /// The general comparison of raw values is called through a table.
  @inlinable
  package static func == (left: EventKind, right: EventKind) -> Bool {
    left.rawValue == right.rawValue
  }
}
