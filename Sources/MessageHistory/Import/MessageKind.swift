/// What the kind cell of a row says.
enum MessageKind: Sendable, Equatable {
  case human
  case automated
  case note
  case event(EventKind)

  static let words = Vocabulary<MessageKind>([
    "": .human, "human": .human,
    "automated": .automated, "bot": .automated, "instant_reply": .automated,
    "away_message": .automated, "workflow": .automated, "broadcast": .automated,
    "note": .note,
    "closed": .event(.closed), "reopened": .event(.reopened),
    "unassigned": .event(.unassigned), "opened": .event(.other), "assigned": .event(.other),
    "snoozed": .event(.other), "unsnoozed": .event(.other), "rated": .event(.other),
    "tagged": .event(.other), "event": .event(.other),
  ])
}

extension Direction {
  /// The canonical words and those that vendors' exports use for nothing else.
  ///
  /// `user` is staff in one export and the customer in another, so it is left to the
  /// configuration.
  static let words = Vocabulary<Direction>([
    "inbound": .inbound, "outbound": .outbound,
    "incoming": .inbound, "outgoing": .outbound, "in": .inbound, "out": .outbound,
    "received": .inbound, "sent": .outbound, "customer": .inbound, "contact": .inbound,
    "visitor": .inbound, "client": .inbound, "end-user": .inbound, "end_user": .inbound,
    "agent": .outbound, "operator": .outbound, "admin": .outbound, "business": .outbound,
    "outbound-api": .outbound, "outbound-reply": .outbound, "outbound-call": .outbound,
  ])
}

extension ConversationStatus {
  static let words = Vocabulary<ConversationStatus>([
    "open": .open, "pending": .pending, "done": .done, "spam": .spam,
    "opened": .open, "reopened": .open, "active": .open, "snoozed": .pending,
    "waiting": .pending, "on-hold": .pending, "on_hold": .pending, "hold": .pending,
    "closed": .done, "resolved": .done, "solved": .done, "archived": .done, "junk": .spam,
  ])
}

extension MessageTag {
  static let words = Vocabulary<MessageTag>([
    "human_agent": .humanAgent, "confirmed_event_update": .update,
    "post_purchase_update": .update, "account_update": .update,
  ])
}
