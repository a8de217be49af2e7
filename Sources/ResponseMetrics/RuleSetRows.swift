import MessageHistory

/// What the rule sets of other programs need of the conversations.
package struct RuleSetRows: Sendable {
  /// Conversations by their first message: the time to the first human outbound message, where
  /// there is one.
  package var firstReplyEver: [SliceTime] = []
  /// By slice, the conversations without a human outbound message.
  package var neverReplied: [Int]
  /// First responses of eligible openers, where the response lies in the period.
  package var replyDated: [SliceTime] = []
  /// Turns that end in the period, from the last inbound message before the reply.
  package var lastMessage: [SliceTime] = []

  package init(slices: Int) {
    neverReplied = Array(repeating: 0, count: slices)
  }

  package mutating func merge(_ other: RuleSetRows) {
    firstReplyEver += other.firstReplyEver
    for slice in neverReplied.indices { neverReplied[slice] += other.neverReplied[slice] }
    replyDated += other.replyDated
    lastMessage += other.lastMessage
  }
}
