/// What many rows have in common, kept once: who sent it from where, and its state.
///
/// A history has few distinct combinations, so a record holds an index instead of these values.
package struct MessageTraits: Hashable, Sendable {
  /// Index into the slices: page and channel.
  package var slice: UInt32
  /// Index into the employees of the sender of a human outbound message, 0 for the blank key.
  package var employee: UInt32
  /// Index into the employees' names as the rows give them, 0 for none.
  package var senderName: UInt32
  /// Index into the employees of the assignee cell, 0 for an empty one.
  package var assignee: UInt32
  package var rating: Rating
  package var messageClass: MessageClass
  package var event: EventKind
  package var status: ConversationStatus
  package var tag: MessageTag
  package var contact: ContactEvidence

  @inlinable
  package init(
    slice: UInt32, employee: UInt32 = 0, senderName: UInt32 = 0, assignee: UInt32 = 0,
    rating: Rating = .none, messageClass: MessageClass, event: EventKind = .other,
    status: ConversationStatus = .none, tag: MessageTag = .other,
    contact: ContactEvidence = ContactEvidence(rank: .none, hasContactName: false)
  ) {
    self.slice = slice
    self.employee = employee
    self.senderName = senderName
    self.assignee = assignee
    self.rating = rating
    self.messageClass = messageClass
    self.event = event
    self.status = status
    self.tag = tag
    self.contact = contact
  }

  /// The status that a row of these traits sets: its own, else what a closed or reopened event means.
  @inlinable
  package var statusSet: ConversationStatus {
    if status != .none { return status }
    switch event {
    case .closed: return .done
    case .reopened: return .open
    case .unassigned, .other: return .none
    }
  }

  /// Of what differs, in three numbers: a history may have a hundred thousand traits, each of which
  /// every worker asks for once.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(UInt64(slice) | UInt64(employee) << 32)
    hasher.combine(UInt64(senderName) | UInt64(assignee) << 32)
    hasher.combine(
      UInt64(rating.millionths) | UInt64(status.rawValue) << 32
        | UInt64(messageClass.rawValue) << 40 | UInt64(tag.rawValue) << 48
        | UInt64(event.rawValue) << 56)
  }
}
