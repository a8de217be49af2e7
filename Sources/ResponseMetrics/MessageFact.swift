package import MessageHistory

/// One row of a conversation as the volumes and the employees' figures count it.
package struct MessageFact: Sendable {
  package var instant: Instant
  package var messageClass: MessageClass
  package var windowUse: WindowUse
  /// Index of the employee who sent it, 0 for unattributed and for all but human outbound.
  package var employee: UInt32
  /// Index of the sender's name as a human outbound row gives it, 0 for none.
  package var senderName: UInt32
}
