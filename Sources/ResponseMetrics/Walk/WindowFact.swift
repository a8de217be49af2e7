package import MessageHistory

/// A human outbound message later than 24 h after the newest inbound one.
package struct WindowFact: BitwiseCopyable, Sendable {
  /// Index of the message among the conversation's rows.
  package var row: Int
  package var instant: Instant
  /// Index of the employee who sent it, 0 for unattributed.
  package var employee: UInt32
  /// What it is on a channel with a messaging window.
  package var use: WindowUse
}
