package import MessageHistory

/// A run of inbound messages of one exchange that a human reply ended.
package struct TurnFact: BitwiseCopyable, Sendable {
  /// Instant of the turn's first inbound message.
  package var start: Instant
  /// Instant of the turn's last inbound message before the reply.
  package var lastInbound: Instant
  /// Instant of the reply.
  package var reply: Instant
  /// Index of the employee who replied, 0 for unattributed.
  package var employee: UInt32
  /// Index of the reply among the conversation's rows.
  package var replyRow: Int

  package init(
    start: Instant, lastInbound: Instant, reply: Instant, employee: UInt32, replyRow: Int
  ) {
    self.start = start
    self.lastInbound = lastInbound
    self.reply = reply
    self.employee = employee
    self.replyRow = replyRow
  }

  package var replyTime: Milliseconds { reply - start }
}
