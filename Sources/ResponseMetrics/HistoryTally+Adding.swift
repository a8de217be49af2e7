import MessageHistory

extension HistoryTally {
  /// Adds the facts of one conversation, cut off at as-of.
  package mutating func add(_ facts: ConversationFacts, by rules: MetricRules) {
    let slice = rules.slices[Int(facts.slice)]
    noteKept(facts, hasWindow: slice.hasWindow)
    noteNames(facts)
    isSliceSeen[Int(facts.slice)] = true
    guard slice.isChosen else { return }
    addMessages(facts, slice: slice, by: rules)
    addOpeners(facts, page: slice.page, by: rules)
    addTurns(facts, page: slice.page, by: rules)
    addResolutions(facts, by: rules)
    addContact(facts)
    addWaiting(facts, page: slice.page, by: rules)
    addFirstReply(facts, by: rules)
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

  private mutating func addTurns(_ facts: ConversationFacts, page: Int, by rules: MetricRules) {
    guard facts.status != .spam, let period = rules.period else { return }
    for turn in facts.turns {
      if period.contains(turn.start) {
        let officeWait = rules.officeHours[page]?.time(from: turn.start, to: turn.reply)
        turns.append(
          TurnRow(
            wait: turn.replyTime.count, officeWait: officeWait?.count ?? -1,
            slice: facts.slice, employee: turn.employee))
      }
      if period.contains(turn.reply) {
        ruleSets.lastMessage.append(
          SliceTime(wait: (turn.reply - turn.lastInbound).count, slice: facts.slice))
      }
    }
  }

  private mutating func addResolutions(_ facts: ConversationFacts, by rules: MetricRules) {
    guard facts.status != .spam, let period = rules.period else { return }
    for resolution in facts.resolutions where period.contains(resolution.close) {
      guard let opener = resolution.opener else { continue }
      resolutions.append(
        SliceTime(wait: (resolution.close - opener).count, slice: facts.slice))
    }
    for reopening in facts.reopenings where period.contains(reopening) {
      slices[Int(facts.slice)].reopenings += 1
    }
  }

  private mutating func addContact(_ facts: ConversationFacts) {
    guard let firstInbound = facts.firstInbound else { return }
    contacts.append(
      ContactRow(
        slice: facts.slice, rank: facts.contact.rank, key: facts.contact.key,
        firstInbound: firstInbound))
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

  private mutating func addFirstReply(_ facts: ConversationFacts, by rules: MetricRules) {
    guard let period = rules.period,
      let first = facts.messages.first(where: { $0.messageClass.isSentOrReceived }),
      period.contains(first.instant)
    else { return }
    guard let reply = facts.messages.first(where: { $0.messageClass == .humanOutbound }) else {
      ruleSets.neverReplied[Int(facts.slice)] += 1
      return
    }
    ruleSets.firstReplyEver.append(
      SliceTime(wait: (reply.instant - first.instant).count, slice: facts.slice))
  }
}
