package import MessageHistory

/// One worker's way through conversations: walks each and adds its facts to a tally.
package struct ConversationAnalysis: Sendable {
  package private(set) var tally: HistoryTally
  private let rules: MetricRules
  private var walk: ConversationWalk
  /// Walks with the silence of policies that differ from the report's, by their first policy.
  private var policyWalks: [(policy: Int, walk: ConversationWalk)] = []
  /// The policy under which badge openers of the report's own silence are kept.
  private let policyOfReportSilence: Int?

  /// - Parameters:
  ///   - rules: what the report is about.
  ///   - memory: what this worker's rows may take of it, in bytes.
  package init(rules: MetricRules, memory: Int = .max) {
    self.rules = rules
    tally = HistoryTally(rules: rules, memory: memory)
    walk = ConversationWalk(silence: rules.silence)
    policyOfReportSilence = rules.policies.firstIndex { $0.silence == rules.silence }
    for (index, policy) in rules.policies.enumerated()
    where policy.silence != rules.silence && rules.badgeOpenersIndex(ofPolicy: index) == index {
      policyWalks.append((index, ConversationWalk(silence: policy.silence)))
    }
  }

  /// Adds one conversation with all of its rows; those later than as-of are set aside.
  package mutating func add(_ conversation: Conversation) {
    guard let known = conversation.upTo(rules.asOf) else {
      tally.kept.afterAsOf += conversation.count
      return
    }
    tally.kept.afterAsOf += conversation.count - known.count
    walk.walk(known)
    tally.add(walk.facts, by: rules)
    if let policy = policyOfReportSilence {
      tally.addBadgeOpeners(walk.facts, policy: policy, silence: rules.silence, by: rules)
    }
    for index in policyWalks.indices {
      policyWalks[index].walk.walk(known)
      tally.addBadgeOpeners(
        policyWalks[index].walk.facts, policy: policyWalks[index].policy,
        silence: policyWalks[index].walk.silence, by: rules)
    }
  }

  /// Hands what is listed so far to `take`, which may empty it.
  package mutating func withListing(_ take: (inout ConversationListing) -> Void) {
    take(&tally.listing)
  }
}

extension MetricRules {
  /// The policy whose openers serve this one: the first of the same silence.
  package func badgeOpenersIndex(ofPolicy policy: Int) -> Int {
    policies.firstIndex { $0.silence == policies[policy].silence } ?? policy
  }
}
