package import MessageHistory

extension MetricsSummary {
  /// A page's openers under a policy, ready for verdicts.
  ///
  /// - Parameters:
  ///   - policy: the policy's index in the rules.
  ///   - page: the page's index.
  ///   - instant: the only one at which the badge will be asked for, so that older openers need not
  ///     be looked at; nil for any.
  ///   - openers: the page's, where they were put in order before.
  ///   - conversationPrecedes: the order of two openers of one instant, by channel and
  ///     conversation id.
  /// - Returns: the page's badge at any instant.
  /// - Throws: where openers beyond the memory could not be written or read.
  package func badge(
    policy: Int, page: Int, onlyAt instant: Instant? = nil, among openers: PageOpeners? = nil,
    conversationPrecedes: @escaping (BadgeOpener, BadgeOpener) throws -> Bool
  ) throws(MessageHistoryError) -> BadgeHistory {
    let rule = rules.policies[policy]
    let known = try self.openers(policy: policy, page: page, known: openers)
    return BadgeHistory(
      policy: rule,
      openers: instant.map { known.openers(deciding: rule, at: $0).inOrder() }
        ?? known.openers(countedBy: rule),
      conversationPrecedes: conversationPrecedes)
  }
}
