package import MessageHistory

/// A run of inbound messages of one exchange that a human reply ended.
package struct TurnFact: BitwiseCopyable, Sendable {
  /// Instant of the turn's first inbound message.
  package let start: Instant
  /// Instant of the turn's last inbound message before the reply.
  package let lastInbound: Instant
  /// Instant of the reply.
  package let reply: Instant
  /// Index of the employee who replied, 0 for unattributed.
  package let employee: UInt32
  private let rowOfReply: Int32

  @inline(__always)
  init(start: Int64, lastInbound: Int64, reply: Int64, employee: UInt32, replyRow: Int) {
    self.start = Instant(at: start)
    self.lastInbound = Instant(at: lastInbound)
    self.reply = Instant(at: reply)
    self.employee = employee
    rowOfReply = Int32(truncatingIfNeeded: replyRow)
  }

  /// Index of the reply among the conversation's rows.
  @inline(__always)
  package var replyRow: Int { Int(rowOfReply) }

  package var replyTime: Milliseconds { reply - start }
}
