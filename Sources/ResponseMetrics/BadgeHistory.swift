package import MessageHistory

/// A page's openers under one policy, in their order, and its badge at any instant.
package struct BadgeHistory {
  private let policy: BadgePolicy
  private var openers: [BadgeOpener]
  private let conversationPrecedes: (BadgeOpener, BadgeOpener) throws -> Bool
  private var settledTies: Set<Int> = []
  /// What is known at `knownAt` of the openers in `window`.
  private var times: SampleTimes
  private var window = 0..<0
  private var knownAt: Instant?
  /// Indexes of the openers with a response that counts, by the response's instant, and how many
  /// of them are known.
  private var byResponse: [Int] = []
  private var knownResponses = 0
  /// The verdict asked for last: on a day on which nothing happens it stays.
  private var latest: BadgeVerdict?
  /// By opener: its response time's rank among all, nil without a response that counts.
  private var ranks: [Int32?] = []

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
    var counted = openers.filter { !policy.excludes($0) }
    counted.sortByNumber { Int64(bitPattern: $0.place.sortKey) }
    counted.sortByNumber(\.instant.milliseconds)
    self.openers = counted
    times = SampleTimes(sorted: [])
    rankResponses()
  }

  /// The verdict at `instant`: openers and responses up to and at it are known.
  ///
  /// Asked in ascending order of instants, a verdict costs what has changed since the one before.
  package mutating func verdict(at instant: Instant) throws -> BadgeVerdict {
    let sample = try sample(at: instant)
    if let knownAt, knownAt > instant || sample.lowerBound < window.lowerBound { rankResponses() }
    let isSampleUnchanged = sample == window
    let formerResponses = knownResponses
    advance(to: sample, at: instant)
    if var verdict = latest, isSampleUnchanged, knownResponses == formerResponses {
      verdict.at = instant
      return verdict
    }
    let verdict = BadgeVerdict(
      at: instant, sample: BadgeSample(openers: sample.count, times: times), policy: policy)
    latest = verdict
    return verdict
  }

  /// Begins anew with nothing known.
  private mutating func rankResponses() {
    let answered = openers.indices.filter { policy.responseTime(of: openers[$0]) != nil }
    var byTime = answered
    byTime.sortByNumber(responseTime)
    ranks = Array(repeating: nil, count: openers.count)
    for (rank, opener) in byTime.enumerated() { ranks[opener] = Int32(rank) }
    times = SampleTimes(sorted: byTime.map(responseTime))
    var byResponse = answered
    byResponse.sortByNumber { responseInstant($0).milliseconds }
    self.byResponse = byResponse
    knownResponses = 0
    window = 0..<0
    knownAt = nil
    latest = nil
  }

  private func responseTime(_ opener: Int) -> Int64 {
    policy.responseTime(of: openers[opener]) ?? 0
  }

  private func responseInstant(_ opener: Int) -> Instant {
    openers[opener].response ?? openers[opener].instant
  }

  /// Lets go of openers that have left the sample and takes in responses that are known by now.
  private mutating func advance(to sample: Range<Int>, at instant: Instant) {
    for opener in window.lowerBound..<max(window.lowerBound, sample.lowerBound) {
      guard let rank = ranks[opener], knownAt.map({ responseInstant(opener) <= $0 }) == true
      else { continue }
      times.remove(rank: Int(rank))
    }
    while knownResponses < byResponse.count,
      responseInstant(byResponse[knownResponses]) <= instant
    {
      let opener = byResponse[knownResponses]
      if opener >= sample.lowerBound, let rank = ranks[opener] { times.insert(rank: Int(rank)) }
      knownResponses += 1
    }
    window = sample
    knownAt = instant
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
    rankResponses()
  }
}

extension BadgePolicy {
  /// Whether the policy leaves an opener out of every sample.
  func excludes(_ opener: BadgeOpener) -> Bool {
    exclusions.contains { $0.holds(for: opener) }
  }

  /// The response time in milliseconds, nil where no response counts that is known at `instant`.
  package func responseTime(of opener: BadgeOpener, knownAt instant: Instant) -> Int64? {
    opener.response.flatMap { $0 <= instant ? responseTime(of: opener) : nil }
  }

  /// The response time in milliseconds, whenever it is known; nil where no response counts.
  func responseTime(of opener: BadgeOpener) -> Int64? {
    guard let response = opener.response else { return nil }
    let time = response - opener.instant
    if let replyDeadline, time > replyDeadline { return nil }
    return time.count
  }
}
