package import MessageHistory

extension MetricsSummary {
  /// A page's openers under a policy, ready for verdicts.
  ///
  /// - Parameters:
  ///   - policy: the policy's index in the rules.
  ///   - page: the page's index.
  ///   - instant: the only one at which the badge will be asked for, so that older openers need not
  ///     be sorted; nil for any.
  ///   - conversationPrecedes: the order of two openers of one instant, by channel and
  ///     conversation id.
  /// - Returns: the page's badge at any instant.
  /// - Throws: where openers beyond the memory could not be written or read.
  package func badge(
    policy: Int, page: Int, onlyAt instant: Instant? = nil,
    conversationPrecedes: @escaping (BadgeOpener, BadgeOpener) throws -> Bool
  ) throws(MessageHistoryError) -> BadgeHistory {
    let rule = rules.policies[policy]
    var openers: [BadgeOpener]?
    if let instant {
      var newest = NewestOpeners(upTo: instant, window: rule.window)
      try forEachBlock(ofBadgeOpeners: policy, page: page) {
        newest.take($0, but: rule.excludingReasons)
      }
      openers = newest.openers(atLeast: rule.fewestOpeners)
    }
    if openers == nil {
      var all: [BadgeOpener] = []
      let excluding = rule.excludingReasons
      try forEachBlock(ofBadgeOpeners: policy, page: page) { openers in
        for opener in openers where opener.reasons.isDisjoint(with: excluding) {
          all.append(opener)
        }
      }
      openers = all
    }
    return BadgeHistory(
      policy: rule, openers: openers ?? [], conversationPrecedes: conversationPrecedes)
  }

  /// Calls `body` with the openers of a page on the channels that a policy judges, in no order.
  private func forEachBlock(
    ofBadgeOpeners policy: Int, page: Int, _ body: (UnsafeBufferPointer<BadgeOpener>) -> Void
  ) throws(MessageHistoryError) {
    let all = tally.badgeOpeners[rules.badgeOpenersIndex(ofPolicy: policy)]
    for (slice, rule) in rules.slices.enumerated()
    where rule.page == page && rule.isJudged[policy] {
      try all.forEachBlock(ofOrder: Int64(slice), body)
    }
  }
}

/// The openers of a window that ends with the newest one, found as openers pass in any order.
private struct NewestOpeners {
  private let end: Instant
  private let window: Milliseconds
  private var newest: Instant?
  /// Those that were in the window as they passed.
  private var candidates: [BadgeOpener] = []

  /// - Parameters:
  ///   - end: later openers do not count.
  ///   - window: how far before the newest one it begins; that instant is outside.
  init(upTo end: Instant, window: Milliseconds) {
    self.end = end
    self.window = window
  }

  /// Takes openers without those that have a reason to be left out.
  mutating func take(
    _ openers: UnsafeBufferPointer<BadgeOpener>, but excluding: BadgeOpener.Reasons
  ) {
    // None of them is left out for a newest one that is known already.
    var latest = newest?.milliseconds ?? .min
    for opener in openers
    where opener.instant.milliseconds > latest && opener.instant <= end
      && opener.reasons.isDisjoint(with: excluding)
    {
      latest = opener.instant.milliseconds
    }
    guard latest > .min else { return }
    let newest = Instant(milliseconds: latest)
    self.newest = newest
    let opening = newest - window
    for opener in openers
    where opener.instant > opening && opener.instant <= end
      && opener.reasons.isDisjoint(with: excluding)
    {
      candidates.append(opener)
    }
  }

  /// Those in the window; nil where they are fewer, so that older ones belong to the sample as well.
  func openers(atLeast count: Int) -> [BadgeOpener]? {
    guard let newest else { return nil }
    let openers = candidates.filter { $0.instant > newest - window }
    return openers.count >= count ? openers : nil
  }
}
