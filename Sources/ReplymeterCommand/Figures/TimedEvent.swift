import MessageHistory

/// One of the times that a figure is made of, with the places of its texts.
struct TimedEvent: Sendable {
  /// Milliseconds.
  var time: Int64
  /// The instant from which it runs.
  var start: Instant
  /// The row from which it runs.
  var place: Place
  /// Any row of the conversation.
  var conversation: Place
  var slice: UInt32
  /// Who ended it, 0 for unattributed; nil where that is nobody's.
  var employee: UInt32?

  /// The shorter first, then the earlier.
  static func precedes(_ left: TimedEvent, _ right: TimedEvent) -> Bool {
    (left.time, left.start, left.place) < (right.time, right.start, right.place)
  }
}

/// A time that has not ended at as-of and may still end.
struct RunningTime: Equatable, Sendable {
  /// So far, in milliseconds.
  var time: Int64
  /// Whether it runs from an opener that is under 24 h old.
  var isAwaiting: Bool
}
