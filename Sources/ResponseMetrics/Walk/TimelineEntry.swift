package import MessageHistory

/// A row of a conversation with what it counted as, and why.
package struct TimelineEntry: Sendable {
  /// What a row counted as; a row may be several things at once.
  package enum Role: Sendable, Equatable {
    /// Asks for a response; with what became of it and whether it lies in the period.
    case opener(OpenerOutcome, reason: OpenerReason, isInPeriod: Bool)
    /// An inbound message of an exchange that is under way.
    case furtherInbound
    /// Answers an opener, after so long.
    case firstResponse(after: Milliseconds)
    /// Ends a turn, so long after the turn's first inbound message.
    case endsTurn(after: Milliseconds)
    /// A human outbound message that neither answers an opener nor ends a turn.
    case furtherOutbound
    /// Before the contact's first message.
    case beforeFirstInbound
    case automated
    case note
    case event
    /// Sets the conversation's newest status.
    case setsStatus(ConversationStatus)
    /// Holds the conversation's rating.
    case rating(Rating)
    /// Ends a resolution that ran so long; nil for a close without an opener before it.
    case closes(after: Milliseconds?)
    /// Sent outside the messaging window.
    case window(WindowUse)
  }

  /// Why an inbound message is an opener.
  package enum OpenerReason: Sendable, Equatable {
    case firstInbound
    /// So long after the visible message before it.
    case silence(Milliseconds)
  }

  package var instant: Instant
  package var place: Place
  package var messageClass: MessageClass
  package var employee: UInt32
  package var roles: [Role]
}
