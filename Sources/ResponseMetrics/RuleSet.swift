/// Other programs' ways of counting, side by side with ours.
package enum RuleSet: String, CaseIterable, Sendable {
  case replymeter
  case facebook
  case firstReplyEver = "first-reply-ever"
  case replyDated = "reply-dated"
  case lastMessage = "last-message"
}

/// What a rule set makes of a page's conversations.
package struct RuleSetFigures: Sendable {
  package var rules: RuleSet
  /// What the rule set counts: openers, conversations, responses or turns.
  package var count: Int
  package var times: TimeFigures
  /// Nil for rule sets that have no rate, and where nothing is counted.
  package var responseRate: Fraction?

  package init(rules: RuleSet, count: Int, times: TimeFigures, responseRate: Fraction?) {
    self.rules = rules
    self.count = count
    self.times = times
    self.responseRate = responseRate
  }
}
