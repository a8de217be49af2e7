package import MessageHistory

/// The conversations and openers of the period, one by one, in no order yet.
package struct ConversationListing: Sendable {
  package var conversations: [ListedConversation] = []
  package var openers: [ListedOpener] = []
  /// Employees of the conversations; each conversation holds its range.
  package var employees: [UInt32] = []

  package init() {}

  /// Forgets all rows, after they have gone elsewhere, and keeps the room.
  package mutating func removeAll() {
    conversations.removeAll(keepingCapacity: true)
    openers.removeAll(keepingCapacity: true)
    employees.removeAll(keepingCapacity: true)
  }

  package mutating func merge(_ other: ConversationListing) {
    let offset = employees.count
    conversations.reserveCapacity(conversations.count + other.conversations.count)
    for var conversation in other.conversations {
      conversation.employees =
        conversation.employees.lowerBound + offset..<conversation.employees.upperBound + offset
      conversations.append(conversation)
    }
    openers += other.openers
    employees += other.employees
  }
}

/// A row of conversations.csv before its texts are fetched.
package struct ListedConversation: Sendable {
  package var slice: UInt32
  package var place: Place
  package var contact: ConversationOutline.ContactFact
  /// First and last message in the period, in either direction.
  package var firstAt: Instant
  package var lastAt: Instant
  package var inbound: Int32
  package var outboundHuman: Int32
  package var outboundAutomated: Int32
  /// Eligible openers in the period.
  package var openers: Int32
  package var answered: Int32
  /// First response time of the first eligible opener in the period.
  package var firstResponse: Milliseconds?
  /// A range of the listing's employees: of human outbound messages in the period.
  package var employees: Range<Int>
  package var status: ConversationStatus
  package var rating: Rating
}

/// A row of openers.csv before its texts are fetched.
package struct ListedOpener: Sendable {
  package var slice: UInt32
  /// Any row of the conversation, by which its id can be fetched.
  package var conversation: Place
  package var place: Place
  package var instant: Instant
  package var outcome: OpenerOutcome
  package var response: OpenerFact.Response?
  /// First response time inside office hours; nil without response or schedule.
  package var officeResponse: Milliseconds?
}
