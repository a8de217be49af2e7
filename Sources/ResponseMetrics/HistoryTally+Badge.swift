package import MessageHistory

extension HistoryTally {
  /// Keeps the conversation's openers for the policies of one silence, with all that may exclude
  /// them.
  ///
  /// Exclusions are decided once, by what is known at as-of, whatever the report's own say.
  package mutating func addBadgeOpeners(
    _ facts: ConversationFacts, policy: Int, silence: Milliseconds, by rules: MetricRules
  ) {
    let slice = rules.slices[Int(facts.slice)]
    guard slice.isJudged.contains(true) else { return }
    for opener in facts.openers {
      let isPageStarted =
        opener.isFirstInbound && opener.visibleBefore.map { opener.instant - $0 < silence } == true
      badgeOpeners[policy].append(
        BadgeOpener(
          instant: opener.instant, response: opener.response?.instant, slice: facts.slice,
          conversation: facts.place, place: opener.place, isSpam: facts.status == .spam,
          isDone: facts.status == .done && opener.response == nil,
          isAway: rules.away[slice.page].contains(opener.instant), isPageStarted: isPageStarted))
    }
  }
}
