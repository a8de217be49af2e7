package import MessageHistory

/// A turn of the period that ended in a human reply.
package struct TurnRow: Sendable {
  /// Reply time in milliseconds.
  package var wait: Int64
  /// Reply time inside office hours in milliseconds; −1 where the page has no schedule.
  package var officeWait: Int64
  package var slice: UInt32
  package var employee: UInt32
}

/// A time of a slice, for the statistics that need nothing else.
package struct SliceTime: Sendable {
  /// Milliseconds.
  package var wait: Int64
  package var slice: UInt32
}

/// The contact of a conversation and when it first wrote there.
package struct ContactRow: Sendable {
  package var slice: UInt32
  package var rank: ContactEvidence.Rank
  package var key: UInt64
  package var firstInbound: Instant
}

/// An opener as the badge policies see it.
package struct BadgeOpener: Sendable {
  package var instant: Instant
  /// The response's instant, where one came at any time.
  package var response: Instant?
  package var slice: UInt32
  /// Any row of the conversation, by which its id can be fetched to settle ties.
  package var conversation: Place
  /// The opener's own row.
  package var place: Place
  package var isSpam: Bool
  /// Whether it is unanswered in a done conversation.
  package var isDone: Bool
  package var isAway: Bool
  /// Whether it follows a message with which the page started the conversation.
  package var isPageStarted: Bool
}
