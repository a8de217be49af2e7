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
  /// Openers of the window with a response that counts and is not known yet.
  private var pending: [Int] = []
  /// The verdict asked for last: on a day on which nothing happens it stays.
  private var latest: BadgeVerdict?
  /// By opener: its response time's rank among all, −1 without a response that counts.
  private var ranks: [Int32] = []

  /// - Parameters:
  ///   - policy: the rules.
  ///   - openers: a page's openers of the policy's silence on the policy's channels, without those
  ///     that the policy leaves out; oldest first, those of one instant by place.
  ///   - conversationPrecedes: the order of two openers of one instant, by channel and
  ///     conversation id; asked only where it decides what belongs to a sample.
  init(
    policy: BadgePolicy, openers: [BadgeOpener],
    conversationPrecedes: @escaping (BadgeOpener, BadgeOpener) throws -> Bool
  ) {
    self.policy = policy
    self.conversationPrecedes = conversationPrecedes
    self.openers = openers
    times = SampleTimes(sorted: [])
    rankResponses()
  }

  /// The verdict at `instant`: openers and responses up to and at it are known.
  ///
  /// Asked in ascending order of instants, a verdict costs what has changed since the one before,
  /// and a look at each opener of the sample that waits for a response.
  package mutating func verdict(at instant: Instant) throws -> BadgeVerdict {
    let sample = try sample(at: instant)
    if let knownAt, knownAt > instant || sample.lowerBound < window.lowerBound { beginAnew() }
    let isSampleUnchanged = sample == window
    let hasNewResponses = advance(to: sample, at: instant)
    if var verdict = latest, isSampleUnchanged, !hasNewResponses {
      verdict.at = instant
      return verdict
    }
    let verdict = BadgeVerdict(
      at: instant, sample: BadgeSample(openers: sample.count, times: times.counted),
      policy: policy)
    latest = verdict
    return verdict
  }

  /// The response times of the sample at `instant` in milliseconds, ascending.
  package mutating func responseTimes(at instant: Instant) throws -> [Int64] {
    _ = try verdict(at: instant)
    return times.milliseconds
  }

  /// Ranks the openers by their response times and begins anew.
  private mutating func rankResponses() {
    let deadline = policy.replyDeadline?.count ?? .max
    let count = openers.count
    (ranks, times) = openers.withUnsafeBufferPointer { openers in
      let order = NumberOrder(of: count) { openers[$0].responseTime(within: deadline) }
      var ranks = [Int32](repeating: -1, count: count)
      let sorted = ranks.withUnsafeMutableBufferPointer { ranks in
        [Int64](unsafeUninitializedCapacity: order.count) { times, initialized in
          guard let start = times.baseAddress else { return }
          order.forEach { rank, opener, time in
            ranks[opener] = Int32(truncatingIfNeeded: rank)
            (start + rank).initialize(to: time)
          }
          initialized = order.count
        }
      }
      return (ranks, SampleTimes(sorted: sorted))
    }
    beginAnew()
  }

  /// Begins with nothing known.
  private mutating func beginAnew() {
    times.removeAll()
    pending = []
    window = 0..<0
    knownAt = nil
    latest = nil
  }

  /// Lets go of openers that have left the sample and takes in responses that are known by now.
  ///
  /// - Returns: whether there are any such responses.
  private mutating func advance(to sample: Range<Int>, at instant: Instant) -> Bool {
    let leaving = (window.lowerBound..<max(window.lowerBound, sample.lowerBound)).clamped(
      to: window)
    let arrived = max(window.upperBound, sample.lowerBound)
    let arriving = arrived..<max(arrived, sample.upperBound)
    let (former, now) = (knownAt?.milliseconds, instant.milliseconds)
    var waiting: [Int] = []
    // Lent for thousands of openers at once, none of which asks whether lists are shared.
    let comeCount = openers.withUnsafeBufferPointer { [ranks, pending] openers in
      ranks.withUnsafeBufferPointer { ranks in
        times.change { times in
          func take(_ opener: Int) {
            if let time = openers[opener].responseTime(by: now) {
              times.insert(time, rank: Int(ranks[opener]))
            } else {
              waiting.append(opener)
            }
          }
          if let former {
            for opener in leaving where ranks[opener] >= 0 {
              guard let time = openers[opener].responseTime(by: former) else { continue }
              times.remove(time, rank: Int(ranks[opener]))
            }
          }
          let left = times.count
          for opener in pending where opener >= sample.lowerBound { take(opener) }
          for opener in arriving where ranks[opener] >= 0 { take(opener) }
          return times.count - left
        }
      }
    }
    pending = waiting
    window = sample
    knownAt = instant
    return comeCount > 0
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
  /// What makes the policy leave an opener out of every sample.
  var excludingReasons: BadgeOpener.Reasons {
    exclusions.reduce(into: []) { $0.formUnion($1.reason) }
  }

  /// The response time in milliseconds, nil where no response counts that is known at `instant`.
  package func responseTime(of opener: BadgeOpener, knownAt instant: Instant) -> Int64? {
    opener.response.flatMap { $0 <= instant ? responseTime(of: opener) : nil }
  }

  /// The response time in milliseconds, whenever it is known; nil where no response counts.
  func responseTime(of opener: BadgeOpener) -> Int64? {
    opener.responseTime(within: replyDeadline?.count ?? .max)
  }
}
