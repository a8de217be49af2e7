package import MessageHistory

/// Which openers the report leaves out of rates and times, besides those of spam conversations.
package struct ExclusionRules: Sendable, Equatable {
  /// Which openers of done conversations are left out.
  package enum Done: String, Sendable, CaseIterable {
    /// Those whose exchange is unanswered: nothing was asked that needed a response.
    case unanswered
    /// The answered ones too.
    case all
    case none
  }

  package var done: Done
  /// Whether openers that arrived while the page was away are left out.
  package var away: Bool

  package init(done: Done = .unanswered, away: Bool = true) {
    self.done = done
    self.away = away
  }

  /// The first reason that holds, in the order spam, done, away; nil where the opener is eligible.
  package func exclusion(
    isAnswered: Bool, status: ConversationStatus, isAway: @autoclosure () -> Bool
  ) -> OpenerOutcome? {
    switch status {
    case .spam: return .excludedSpam
    case .done:
      switch done {
      case .all: return .excludedDone
      case .unanswered where !isAnswered: return .excludedDone
      case .unanswered, .none: break
      }
    case .none, .open, .pending: break
    }
    return away && isAway() ? .excludedAway : nil
  }
}
