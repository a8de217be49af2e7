package import MessageHistory

extension MetricRules {
  /// Whether the conversations of a page are listed one by one.
  func lists(page: Int) -> Bool { listsConversations && isPageChosen[page] }

  /// What became of an opener: excluded for the first reason that holds, else answered, else
  /// awaiting while under 24 h old at as-of, else missed.
  package func outcome(
    of opener: OpenerFact, status: ConversationStatus, page: Int
  ) -> OpenerOutcome {
    outcome(
      isAnswered: opener.response != nil, at: opener.instant, status: status,
      isAway: away[page].contains(opener.instant))
  }

  @inline(__always)
  func outcome(
    isAnswered: Bool, at instant: Instant, status: ConversationStatus,
    isAway: @autoclosure () -> Bool
  ) -> OpenerOutcome {
    if let exclusion = exclusions.exclusion(
      isAnswered: isAnswered, status: status, isAway: isAway())
    {
      return exclusion
    }
    if isAnswered { return .answered }
    let age = asOf.milliseconds &- instant.milliseconds
    return age < 24 * 3_600_000 ? .awaiting : .missed
  }
}
