import MessageHistory

extension ConversationAnalysis {
  /// Keeps the conversation's openers for the policies of one silence, with all that may exclude
  /// them.
  ///
  /// Exclusions are decided once, by what is known at as-of, whatever the report's own say.
  @inline(__always)
  mutating func addBadgeOpeners(
    _ facts: FoundFacts, _ slice: UnsafePointer<SliceRules>, policy: Int, silence: Milliseconds
  ) {
    badgeOpeners.reserve(facts.openerCount, pouringInto: &tally.badgeOpeners[policy])
    for index in 0..<facts.openerCount {
      let opener = facts.opener(index)
      badgeOpeners.append(
        BadgeOpener(
          instant: opener.pointee.instant, response: opener.pointee.response?.instant,
          place: opener.pointee.place, slice: facts.outline.slice,
          reasons: reasons(opener, facts, slice, silence)))
    }
  }

  @inline(__always)
  private func reasons(
    _ opener: UnsafePointer<OpenerFact>, _ facts: FoundFacts, _ slice: UnsafePointer<SliceRules>,
    _ silence: Milliseconds
  ) -> BadgeOpener.Reasons {
    var reasons: BadgeOpener.Reasons = []
    switch facts.outline.status {
    case .spam: reasons.insert(.spam)
    case .done: if !opener.pointee.isAnswered { reasons.insert(.done) }
    case .none, .open, .pending: break
    }
    if slice.pointee.isEverAway,
      away.contains(opener.pointee.instant, page: slice.pointee.page)
    {
      reasons.insert(.away)
    }
    if opener.pointee.isFirstInbound, let before = opener.pointee.visibleBefore,
      opener.pointee.instant.milliseconds - before.milliseconds < silence.count
    {
      reasons.insert(.pageStarted)
    }
    return reasons
  }
}
