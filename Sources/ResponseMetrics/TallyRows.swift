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
  /// What may exclude an opener from a policy's sample.
  package struct Reasons: OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let spam = Reasons(rawValue: 1)
    /// It is unanswered in a done conversation.
    package static let done = Reasons(rawValue: 2)
    package static let away = Reasons(rawValue: 4)
    /// It follows a message with which the page started the conversation.
    package static let pageStarted = Reasons(rawValue: 8)
  }

  package var instant: Instant
  /// The response's instant; of no meaning where none came.
  private var responseOrNone: Instant
  /// Any row of the conversation, by which its id can be fetched to settle ties.
  package var conversation: Place
  /// The opener's own row.
  package var place: Place
  package var slice: UInt32
  package var reasons: Reasons
  private var isAnswered: Bool

  package init(
    instant: Instant, response: Instant?, conversation: Place, place: Place, slice: UInt32,
    reasons: Reasons
  ) {
    self.instant = instant
    responseOrNone = response ?? instant
    isAnswered = response != nil
    self.conversation = conversation
    self.place = place
    self.slice = slice
    self.reasons = reasons
  }

  /// The response's instant, where one came at any time.
  package var response: Instant? { isAnswered ? responseOrNone : nil }
}
