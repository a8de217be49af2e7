package import MessageHistory

extension HistoryTally {
  /// Adds the conversation's openers to the period, the compared period and the listing.
  mutating func addOpeners(_ facts: ConversationFacts, page: Int, by rules: MetricRules) {
    for opener in facts.openers {
      let isInPeriod = rules.period?.contains(opener.instant) == true
      let isCompared = rules.comparedPeriod?.contains(opener.instant) == true
      guard isInPeriod || isCompared || opener.response != nil else { continue }
      let outcome = rules.outcome(of: opener, status: facts.status, page: page)
      if outcome == .answered, let response = opener.response {
        noteReplyDated(opener, response, slice: facts.slice, by: rules)
      }
      guard isInPeriod || isCompared else { continue }
      let row = openerRow(opener, outcome: outcome, facts: facts, page: page, by: rules)
      if isCompared { comparedOpeners.append(row) }
      guard isInPeriod else { continue }
      openers.append(row)
      if outcome.isEligible { addHandovers(opener, facts: facts, page: page) }
      if rules.lists(page: page) {
        listing.openers.append(
          ListedOpener(
            slice: facts.slice, conversation: facts.place, place: opener.place,
            instant: opener.instant, outcome: outcome, response: opener.response,
            officeResponse: row.officeWait < 0 ? nil : Milliseconds(row.officeWait)))
      }
    }
  }

  private func openerRow(
    _ opener: OpenerFact, outcome: OpenerOutcome, facts: ConversationFacts, page: Int,
    by rules: MetricRules
  ) -> OpenerRow {
    let officeWait = opener.response.flatMap {
      rules.officeHours[page]?.time(from: opener.instant, to: $0.instant)
    }
    return OpenerRow(
      instant: opener.instant,
      wait: (opener.firstResponseTime ?? opener.censoredWait(asOf: rules.asOf)).count,
      officeWait: officeWait?.count ?? -1, slice: facts.slice,
      employee: opener.response?.employee ?? 0, assignee: opener.assignee, outcome: outcome,
      isFirstOutboundAutomated: opener.isFirstOutboundAutomated,
      isHandledByAutomation: opener.isHandledByAutomation)
  }

  private mutating func noteReplyDated(
    _ opener: OpenerFact, _ response: OpenerFact.Response, slice: UInt32, by rules: MetricRules
  ) {
    guard rules.period?.contains(response.instant) == true else { return }
    ruleSets.replyDated.append(
      SliceTime(wait: (response.instant - opener.instant).count, slice: slice))
  }

  private mutating func addHandovers(_ opener: OpenerFact, facts: ConversationFacts, page: Int) {
    for employee in facts.handovers[opener.handovers] {
      employees.noteHandover(by: employees.seat(page: page, employee: employee))
    }
  }
}

extension MetricRules {
  /// Whether the conversations of a page are listed one by one.
  func lists(page: Int) -> Bool { listsConversations && isPageChosen[page] }

  /// What became of an opener: excluded for the first reason that holds, else answered, else
  /// awaiting while under 24 h old at as-of, else missed.
  package func outcome(
    of opener: OpenerFact, status: ConversationStatus, page: Int
  ) -> OpenerOutcome {
    let isAnswered = opener.response != nil
    if let exclusion = exclusions.exclusion(
      isAnswered: isAnswered, status: status, isAway: away[page].contains(opener.instant))
    {
      return exclusion
    }
    if isAnswered { return .answered }
    return asOf - opener.instant < .hours(24) ? .awaiting : .missed
  }
}
