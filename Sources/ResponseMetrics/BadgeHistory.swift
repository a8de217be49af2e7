package import MessageHistory

/// A page's openers under one policy, in their order, and its badge at any instant.
package struct BadgeHistory {
  private let policy: BadgePolicy
  private var openers: [BadgeOpener]
  private let conversationPrecedes: (BadgeOpener, BadgeOpener) throws -> Bool
  private var settledTies: Set<Int> = []

  /// - Parameters:
  ///   - policy: the rules.
  ///   - openers: a page's openers of the policy's silence on the policy's channels, with
  ///     exclusions still among them.
  ///   - conversationPrecedes: the order of two openers of one instant, by channel and
  ///     conversation id; asked only where it decides what belongs to a sample.
  package init(
    policy: BadgePolicy, openers: some Sequence<BadgeOpener>,
    conversationPrecedes: @escaping (BadgeOpener, BadgeOpener) throws -> Bool
  ) {
    self.policy = policy
    self.conversationPrecedes = conversationPrecedes
    self.openers = openers.filter { !policy.excludes($0) }.sorted { left, right in
      (left.instant, left.place) < (right.instant, right.place)
    }
  }

  /// The verdict at `instant`: openers and responses up to and at it are known.
  package mutating func verdict(at instant: Instant) throws -> BadgeVerdict {
    let sample = try sample(at: instant)
    let times = openers[sample].compactMap { policy.responseTime(of: $0, knownAt: instant) }
    return BadgeVerdict(
      at: instant, sample: BadgeSample(openers: sample.count, responseTimes: times),
      policy: policy)
  }

  /// Openers of the sample at `instant`, oldest first.
  package mutating func sampleOpeners(at instant: Instant) throws -> ArraySlice<BadgeOpener> {
    openers[try sample(at: instant)]
  }

  /// Those in (last − window, last], or the newest `fewestOpeners` where these are fewer.
  private mutating func sample(at instant: Instant) throws -> Range<Int> {
    let end = openers.partitioningIndex { $0.instant > instant }
    guard end > 0 else { return 0..<0 }
    let opening = openers[end - 1].instant - policy.window
    let start = openers.partitioningIndex { $0.instant > opening }
    guard end - start < policy.fewestOpeners else { return start..<end }
    let fallback = max(0, end - policy.fewestOpeners)
    try settleTies(at: fallback)
    return fallback..<end
  }

  /// Orders openers of one instant by channel and conversation id where `index` parts them.
  private mutating func settleTies(at index: Int) throws {
    guard index > 0, index < openers.count,
      openers[index - 1].instant == openers[index].instant
    else { return }
    let instant = openers[index].instant
    let first = openers.partitioningIndex { $0.instant >= instant }
    guard settledTies.insert(first).inserted else { return }
    let end = openers.partitioningIndex { $0.instant > instant }
    try openers[first..<end].sort(by: conversationPrecedes)
  }
}

extension BadgePolicy {
  /// Whether the policy leaves an opener out of every sample.
  func excludes(_ opener: BadgeOpener) -> Bool {
    exclusions.contains { exclusion in
      switch exclusion {
      case .spam: opener.isSpam
      case .done: opener.isDone
      case .away: opener.isAway
      case .pageStarted: opener.isPageStarted
      }
    }
  }

  /// The response time in milliseconds, nil where no response counts that is known at `instant`.
  package func responseTime(of opener: BadgeOpener, knownAt instant: Instant) -> Int64? {
    guard let response = opener.response, response <= instant else { return nil }
    let time = response - opener.instant
    if let replyDeadline, time > replyDeadline { return nil }
    return time.count
  }
}
