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
      // Nearly all count, and a list that grows is copied again and again.
      all.reserveCapacity(mostBadgeOpeners(policy, page: page))
      let excluding = rule.excludingReasons
      try forEachBlock(ofBadgeOpeners: policy, page: page) { openers in
        for opener in openers where opener.counts(but: excluding) { all.append(opener) }
      }
      openers = all
    }
    return BadgeHistory(
      policy: rule, openers: openers ?? [], conversationPrecedes: conversationPrecedes)
  }

  /// How many openers a page has at most on the channels that a policy judges.
  private func mostBadgeOpeners(_ policy: Int, page: Int) -> Int {
    let all = tally.badgeOpeners[rules.badgeOpenersIndex(ofPolicy: policy)]
    return judgedSlices(policy, page: page).reduce(0) { $0 + all.mostRows(ofOrder: Int64($1)) }
  }

  /// Calls `body` with the openers of a page on the channels that a policy judges, in no order.
  func forEachBlock(
    ofBadgeOpeners policy: Int, page: Int, _ body: (UnsafeBufferPointer<BadgeOpener>) -> Void
  ) throws(MessageHistoryError) {
    let all = tally.badgeOpeners[rules.badgeOpenersIndex(ofPolicy: policy)]
    for slice in judgedSlices(policy, page: page) {
      try all.forEachBlock(ofOrder: Int64(slice), body)
    }
  }

  /// The channels of a page that a policy judges.
  private func judgedSlices(_ policy: Int, page: Int) -> [Int] {
    rules.slices.indices.filter {
      rules.slices[$0].page == page && rules.slices[$0].isJudged[policy]
    }
  }
}

/// The openers of a window that ends with the newest one, found as openers pass in any order.
///
/// Instants are plain milliseconds here, since operators of another module are called, not inlined.
private struct NewestOpeners {
  private let end: Int64
  private let window: Int64
  /// Of the newest opener; the least number before any.
  private var newest = Int64.min
  /// Where the window begins by what is known; that instant is outside.
  private var opening = Int64.min
  /// Those that were in the window as they passed.
  private var candidates: [BadgeOpener] = []

  /// - Parameters:
  ///   - end: later openers do not count.
  ///   - window: how far before the newest one it begins; that instant is outside.
  init(upTo end: Instant, window: Milliseconds) {
    self.end = end.milliseconds
    self.window = window.count
  }

  /// Takes openers without those that have a reason to be left out.
  mutating func take(
    _ openers: UnsafeBufferPointer<BadgeOpener>, but excluding: BadgeOpener.Reasons
  ) {
    // In no order the newest is soon known nearly, and few that are older are kept till then.
    for opener in openers {
      let instant = opener.instant.milliseconds
      guard instant > opening, instant <= end, opener.counts(but: excluding) else { continue }
      if instant > newest {
        newest = instant
        opening = instant - window
      }
      candidates.append(opener)
    }
  }

  /// Those in the window; nil where they are fewer, so that older ones belong to the sample as well.
  func openers(atLeast count: Int) -> [BadgeOpener]? {
    guard newest > .min else { return nil }
    let openers = candidates.filter { $0.instant.milliseconds > opening }
    return openers.count >= count ? openers : nil
  }
}

extension BadgeOpener {
  /// Whether none of some reasons holds.
  @inline(__always)
  fileprivate func counts(but excluding: Reasons) -> Bool {
    reasons.rawValue & excluding.rawValue == 0
  }
}
