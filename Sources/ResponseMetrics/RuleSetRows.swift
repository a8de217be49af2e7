import MessageHistory

/// What the rule sets of other programs need of the conversations.
package struct RuleSetRows: Sendable {
  /// Conversations by their first message: the time to the first human outbound message, nil
  /// where there is none.
  package var firstReplyEver: [(slice: UInt32, wait: Int64?)] = []
  /// First responses of eligible openers, where the response lies in the period.
  package var replyDated: [SliceTime] = []
  /// Turns that end in the period, from the last inbound message before the reply.
  package var lastMessage: [SliceTime] = []

  package init() {}

  package mutating func merge(_ other: RuleSetRows) {
    firstReplyEver += other.firstReplyEver
    replyDated += other.replyDated
    lastMessage += other.lastMessage
  }
}
