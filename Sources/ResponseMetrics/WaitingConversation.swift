package import MessageHistory

/// A conversation whose newest visible message is inbound, not spam, not done.
package struct WaitingConversation: Sendable {
  package var slice: UInt32
  /// Any row of the conversation, by which its id can be fetched.
  package var conversation: Place
  package var contact: ConversationOutline.ContactFact
  /// Newest assignee, 0 for nobody.
  package var assignee: UInt32
  /// Instant of the first inbound message of the unfinished turn.
  package var since: Instant
  package var wait: Milliseconds
  /// Waiting time inside office hours; nil on a page without a schedule.
  package var officeWait: Milliseconds?
}
