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
      var reasons: BadgeOpener.Reasons = []
      if facts.status == .spam { reasons.insert(.spam) }
      if facts.status == .done, opener.response == nil { reasons.insert(.done) }
      if rules.away[slice.page].contains(opener.instant) { reasons.insert(.away) }
      if opener.isFirstInbound, let before = opener.visibleBefore,
        opener.instant - before < silence
      {
        reasons.insert(.pageStarted)
      }
      badgeOpeners[policy].append(
        BadgeOpener(
          instant: opener.instant, response: opener.response?.instant, place: opener.place,
          slice: facts.slice, reasons: reasons))
    }
  }
}
