package import MessageHistory

/// All that one walk over a conversation found, as a value to keep.
package struct ConversationFacts: Sendable {
  package let outline: ConversationOutline
  package let openers: [OpenerFact]
  /// Turns that ended in a human reply, in their order.
  package let turns: [TurnFact]
  package let resolutions: [ResolutionFact]
  package let reopenings: [Instant]
  /// Messages sent outside the messaging window.
  package let windowUses: [WindowFact]
  /// Employees of the openers' handovers; each opener holds its range.
  package let handovers: [UInt32]

  /// What a walk over a conversation finds.
  ///
  /// - Parameters:
  ///   - conversation: nil where no row of it is known; nothing is found then.
  ///   - silence: the pause after which an inbound message is an opener again.
  package init(of conversation: Conversation?, silence: Milliseconds) {
    var sheet = FactSheet()
    if let conversation {
      ConversationWalk.walk(ConversationRows(conversation), silence: silence, into: &sheet)
    }
    outline = sheet.outline.pointee
    openers = Array(sheet.openers.all)
    turns = Array(sheet.turns.all)
    resolutions = Array(sheet.resolutions.all)
    reopenings = Array(sheet.reopenings.all)
    windowUses = Array(sheet.windowUses.all)
    handovers = Array(sheet.handovers.all)
  }
}
