package import ResponseMetrics

/// What the rows of openers.csv and conversations.csv add up to, to be compared with the summary.
package struct ListingTotals: Sendable, Equatable {
  package var conversations = 0
  package var openers = 0
  /// Openers in the state `answered`.
  package var answeredOpeners = 0
  /// The columns of conversations.csv.
  package var inbound = 0
  package var answered = 0

  package init() {}

  package init(_ listing: ConversationListing) {
    conversations = listing.conversations.count
    openers = listing.openers.count
    answeredOpeners = listing.openers.count { $0.outcome == .answered }
    for conversation in listing.conversations {
      inbound += Int(conversation.inbound)
      answered += Int(conversation.answered)
    }
  }

  package static func += (sum: inout ListingTotals, other: ListingTotals) {
    sum.conversations += other.conversations
    sum.openers += other.openers
    sum.answeredOpeners += other.answeredOpeners
    sum.inbound += other.inbound
    sum.answered += other.answered
  }
}
