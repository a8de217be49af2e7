import MessageHistory

extension ConversationAnalysis {
  /// Lists a conversation that has a message in the period.
  mutating func list(_ conversation: Conversation, _ facts: FoundFacts, _ slice: SliceRules) {
    let start = tally.listing.employees.count
    guard var listed = messages(conversation, facts) else { return }
    listed.employees = start..<tally.listing.employees.count
    for opener in facts.openers where period.contains(opener.instant) {
      let outcome = rules.outcome(
        of: opener, status: facts.outline.status, page: slice.page)
      guard outcome.isEligible else { continue }
      if listed.openers == 0 { listed.firstResponse = opener.firstResponseTime }
      listed.openers += 1
      if outcome == .answered { listed.answered += 1 }
    }
    tally.listing.conversations.append(listed)
  }

  /// What the messages of the period say of a conversation; nil without any.
  ///
  /// Employees of human outbound messages are added to the listing.
  private mutating func messages(
    _ conversation: Conversation, _ facts: FoundFacts
  ) -> ListedConversation? {
    let start = tally.listing.employees.count
    var listed: ListedConversation?
    for record in conversation.records where period.contains(record.moment >> 3) {
      let traits = conversation.traits[Int(record.traits)]
      switch traits.messageClass {
      case .inbound, .humanOutbound, .automatedOutbound: break
      case .note, .event: continue
      }
      let instant = Instant(milliseconds: record.moment >> 3)
      var messages = listed ?? ListedConversation(facts.outline, firstAt: instant)
      messages.lastAt = instant
      messages.count(traits.messageClass)
      listed = messages
      if case .humanOutbound = traits.messageClass, traits.employee != 0,
        !tally.listing.employees[start...].contains(traits.employee)
      {
        tally.listing.employees.append(traits.employee)
      }
    }
    return listed
  }

  /// Lists an opener of the period, where openers are listed.
  mutating func listOpener(
    _ opener: OpenerFact, _ outcome: OpenerOutcome, _ facts: FoundFacts, _ slice: SliceRules
  ) {
    tally.listing.openers.append(
      ListedOpener(
        slice: facts.outline.slice, conversation: facts.outline.place, place: opener.place,
        instant: opener.instant, outcome: outcome, response: opener.response,
        officeResponse: officeResponse(opener, slice)))
  }

  /// The first response time inside office hours; nil without response or schedule.
  private func officeResponse(_ opener: OpenerFact, _ slice: SliceRules) -> Milliseconds? {
    guard let hours = slice.officeHours, let response = opener.response else { return nil }
    return Milliseconds(hours.time(from: opener.instant, to: response.instant))
  }
}

extension ListedConversation {
  /// A conversation whose first message of the period came at an instant, with nothing counted.
  fileprivate init(_ outline: ConversationOutline, firstAt: Instant) {
    self.init(
      slice: outline.slice, place: outline.place, contact: outline.contact, firstAt: firstAt,
      lastAt: firstAt, inbound: 0, outboundHuman: 0, outboundAutomated: 0, openers: 0,
      answered: 0, firstResponse: nil, employees: 0..<0, status: outline.status,
      rating: outline.rating?.value ?? .none)
  }

  @inline(__always)
  fileprivate mutating func count(_ messageClass: MessageClass) {
    switch messageClass {
    case .inbound: inbound &+= 1
    case .humanOutbound: outboundHuman &+= 1
    case .automatedOutbound: outboundAutomated &+= 1
    case .note, .event: break
    }
  }
}
