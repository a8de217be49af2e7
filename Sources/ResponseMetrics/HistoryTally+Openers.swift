package import MessageHistory

extension HistoryTally {
  /// Lists an opener of the period, where openers are listed.
  mutating func listOpener(
    _ opener: OpenerFact, _ outcome: OpenerOutcome, _ facts: ConversationFacts, page: Int,
    by rules: MetricRules
  ) {
    guard rules.lists(page: page) else { return }
    listing.openers.append(
      ListedOpener(
        slice: facts.slice, conversation: facts.place, place: opener.place,
        instant: opener.instant, outcome: outcome, response: opener.response,
        officeResponse: opener.response.flatMap {
          rules.officeHours[page]?.time(from: opener.instant, to: $0.instant)
        }))
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
