package import MessageHistory

/// What is known of a conversation as a whole.
package struct ConversationOutline: BitwiseCopyable, Sendable {
  package var slice: UInt32 = 0
  /// Any row of the conversation, by which its id can be fetched.
  package var place = Place(0)
  /// The newest status; `none` where no row has one.
  package var status = ConversationStatus.none
  package var rating: RatingFact?
  /// The newest assignee at the conversation's end, 0 for nobody.
  package var assignee: UInt32 = 0
  /// Whether any row has an assignee.
  package var hasAssignee = false
  package var contact = ContactFact()
  package var firstInbound: Instant?
  /// Of the first message, in either direction.
  package var firstMessage: Instant?
  package var firstHumanOutbound: Instant?
  package var unfinishedTurn: UnfinishedTurn?

  /// A conversation's one rating, and whose it is.
  package struct RatingFact: BitwiseCopyable, Sendable {
    package var value: Rating
    package var instant: Instant
    /// The sender of the last human outbound message at or before it; nil where there is none.
    package var employee: UInt32?
  }

  /// Who the contact is, by the keys that the rows give.
  package struct ContactFact: BitwiseCopyable, Sendable {
    package var rank = ContactEvidence.Rank.none
    /// Keyed hash of the key of that rank.
    package var key: UInt64 = 0
    /// The row with the name to show: the last contact_name, else the last inbound sender_name.
    package var namePlace: Place?
    /// Whether that name is a contact_name.
    package var isContactName = false
    /// The row with the key.
    package var keyPlace: Place?
  }
}
