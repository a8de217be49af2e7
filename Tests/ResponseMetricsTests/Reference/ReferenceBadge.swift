import ResponseMetrics

/// A badge policy in plain numbers.
struct ReferencePolicy {
  var window: Int64
  /// The least rate, in hundredths.
  var leastPercent: Int
  /// `fastest90_mean`, `mean` or `median`.
  var statistic: String
  var limit: Int64
  var fewest: Int
  var silence: Int64
  var deadline: Int64?
  var exclusions: Set<String>
}

/// A page's badge, recomputed from nothing for every question.
struct ReferenceBadge {
  /// Response times of a sample in milliseconds; nil for no response.
  typealias Sample = [Int64?]

  let policy: ReferencePolicy
  /// Openers not excluded, with their slices and conversations.
  private let openers: [(opener: ReferenceConversation.Opener, slice: Int, conversation: Int)]

  /// - Parameters:
  ///   - history: read with the policy's silence.
  ///   - page: whose badge.
  ///   - policy: the rules.
  init(_ history: ReferenceHistory, page: Int, policy: ReferencePolicy) {
    self.policy = policy
    let slices = history.settings.slices
    openers = history.openers.filter { known in
      let isStartedByPage =
        known.opener.isFirstInbound
        && known.opener.visibleBefore.map { known.opener.time - $0 < policy.silence } == true
      let status = known.conversation.status
      let reasons: [String: Bool] = [
        "spam": status == "spam", "done": status == "done" && known.opener.response == nil,
        "away": history.settings.isAway(known.opener.time, page: page),
        "page_started": isStartedByPage,
      ]
      return known.page == page && slices[known.conversation.slice].isJudged
        && !policy.exclusions.contains { reasons[$0] == true }
    }.map { ($0.opener, $0.conversation.slice, $0.conversation.number) }
  }

  func sample(at time: Int64) -> Sample {
    let known = openers.filter { $0.opener.time <= time }.sorted { left, right in
      (left.opener.time, left.slice, left.conversation)
        < (right.opener.time, right.slice, right.conversation)
    }
    guard let last = known.last?.opener.time else { return [] }
    let inWindow = known.filter { $0.opener.time > last - policy.window }
    let sample = inWindow.count < policy.fewest ? known.suffix(policy.fewest) : inWindow[...]
    return sample.map { known in
      guard let response = known.opener.response, response.time <= time else { return nil }
      let wait = response.time - known.opener.time
      return policy.deadline.map { wait > $0 } == true ? nil : wait
    }
  }

  func rate(_ sample: Sample) -> Fraction? {
    Fraction(sample.compactMap(\.self).count, over: sample.count)
  }

  // MARK: In half milliseconds

  /// The response times in half milliseconds, so that their median is one of them or lies between.
  static func halves(_ sample: Sample) -> [Int64] { sample.compactMap { $0.map { 2 * $0 } } }

  /// The statistic in milliseconds.
  func time(_ halves: [Int64]) -> Fraction? {
    let times = halves.sorted()
    let count = times.count
    switch policy.statistic {
    case "mean": return Fraction(times.reduce(0, +), over: 2 * count)
    case "fastest90_mean":
      let fastest = (9 * count + 9) / 10
      return Fraction(times.prefix(fastest).reduce(0, +), over: 2 * fastest)
    default:
      guard count > 0 else { return nil }
      return Fraction(times[(count - 1) / 2] + times[count / 2], over: 4)
    }
  }

  /// The median of a sample's times, in half milliseconds.
  static func median(of sample: Sample) -> Int64? {
    let times = halves(sample).sorted()
    guard !times.isEmpty else { return nil }
    return (times[(times.count - 1) / 2] + times[times.count / 2]) / 2
  }

  /// Whether the badge is earned after further openers, each answered in `halves` half milliseconds.
  func isEarned(_ sample: Sample, after count: Int = 0, answeredIn halves: Int64 = 0) -> Bool {
    let times = Self.halves(sample) + Array(repeating: halves, count: count)
    guard let time = time(times) else { return false }
    return times.count * 100 >= policy.leastPercent * (sample.count + count)
      && time <= Fraction(policy.limit)
  }

  /// The greatest number of unanswered openers that leaves the rate, by trying.
  func marginOpeners(_ sample: Sample) -> Int {
    let answered = sample.compactMap(\.self).count
    var margin = 0
    while answered * 100 >= policy.leastPercent * (sample.count + margin + 1) { margin += 1 }
    return margin
  }
}
