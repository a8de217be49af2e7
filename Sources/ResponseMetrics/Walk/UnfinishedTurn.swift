package import MessageHistory

/// The inbound messages at a conversation's end that nobody has replied to.
package struct UnfinishedTurn: BitwiseCopyable, Sendable {
  /// Instant of its first inbound message.
  package var start: Instant
  /// Instant of its last inbound message.
  package var lastInbound: Instant

  package init(start: Instant, lastInbound: Instant) {
    self.start = start
    self.lastInbound = lastInbound
  }
}
