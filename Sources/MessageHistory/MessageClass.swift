/// What a row is to the metrics; the raw values are the reading order of equal instants.
package enum MessageClass: UInt8, Sendable, CaseIterable {
  /// A message from the contact, whatever automated kind it carries.
  case inbound = 0
  /// A message that a person on the business side wrote.
  case humanOutbound = 1
  /// A message that a machine on the business side sent: bot, instant reply, broadcast …
  case automatedOutbound = 2
  /// An internal note, never seen by the contact.
  case note = 3
  /// A row that is not a message: closed, reopened, assigned …
  case event = 4

  /// Whether the metrics see it: automated messages, notes and events are invisible to all but
  /// the automation figures and the message counts.
  @inlinable
  package var isVisible: Bool { rawValue <= MessageClass.humanOutbound.rawValue }

  /// Whether it is a message that the contact sent or got; notes and events are not.
  @inlinable
  package var isSentOrReceived: Bool { rawValue <= MessageClass.automatedOutbound.rawValue }

  /// The general comparison of raw values is called through a table.
  @inlinable
  package static func == (left: MessageClass, right: MessageClass) -> Bool {
    left.rawValue == right.rawValue
  }
}
