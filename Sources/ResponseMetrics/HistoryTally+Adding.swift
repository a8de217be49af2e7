import MessageHistory

extension HistoryTally {
  /// Adds the facts of one conversation, cut off at as-of.
  package mutating func add(_ facts: ConversationFacts, by rules: MetricRules) {
    let slice = rules.slices[Int(facts.slice)]
    noteKept(facts, hasWindow: slice.hasWindow)
    noteNames(facts)
    isSliceSeen[Int(facts.slice)] = true
    guard slice.isChosen else { return }
    addWaiting(facts, page: slice.page, by: rules)
    guard let period = rules.period else { return }
    addMessages(facts, slice: slice, in: period, by: rules)
    addWaits(facts, page: slice.page, in: period, by: rules)
    addContact(facts, in: period)
  }

  private mutating func noteKept(_ facts: ConversationFacts, hasWindow: Bool) {
    for message in facts.messages {
      switch message.messageClass {
      case .inbound, .automatedOutbound: kept.messages += 1
      case .humanOutbound:
        kept.messages += 1
        kept.outboundHuman += 1
        if message.employee != 0 { kept.outboundHumanWithEmployee += 1 }
      case .note: kept.notes += 1
      case .event: kept.events += 1
      }
    }
    if let first = facts.messages.first, let last = facts.messages.last {
      kept.oldest = min(kept.oldest ?? first.instant, first.instant)
      kept.newest = max(kept.newest ?? last.instant, last.instant)
    }
    if facts.hasAssignee { kept.hasAssignee = true }
    if !facts.resolutions.isEmpty { kept.hasClosedEvent = true }
    if hasWindow { kept.hasWindowChannel = true }
  }

  private mutating func noteNames(_ facts: ConversationFacts) {
    for message in facts.messages where message.senderName != 0 {
      names.note(message.senderName, of: message.employee, at: message.instant)
    }
  }

  /// A contact that first wrote after the period is neither new nor old in it; one of whom nothing
  /// is known stands for a contact of its own.
  private mutating func addContact(_ facts: ConversationFacts, in period: Range<Instant>) {
    guard let firstInbound = facts.firstInbound, firstInbound < period.upperBound else { return }
    let isOld = firstInbound < period.lowerBound
    switch facts.contact.rank.sort {
    case .conversation:
      if !isOld { slices[Int(facts.slice)].newContacts += 1 }
    case .name, .id:
      contacts.append(
        ContactRow(
          key: facts.contact.key, isID: facts.contact.rank.sort == .id, slice: facts.slice,
          isOld: isOld))
    }
  }

  private mutating func addWaiting(_ facts: ConversationFacts, page: Int, by rules: MetricRules) {
    guard rules.isPageChosen[page], let turn = facts.unfinishedTurn, facts.status != .spam,
      facts.status != .done
    else {
      return
    }
    waiting.append(
      WaitingConversation(
        slice: facts.slice, conversation: facts.place, contact: facts.contact,
        assignee: facts.assignee, since: turn.start, wait: rules.asOf - turn.start,
        officeWait: rules.officeHours[page]?.time(from: turn.start, to: rules.asOf)))
  }
}
