import MessageHistory

/// The response times of a badge's sample, with questions about further openers.
///
/// Times are in half milliseconds, so that the median of an even number of them is whole.
struct BadgeSample {
  /// Number of openers.
  let openers: Int
  private let times: SampleTimes

  /// - Parameters:
  ///   - openers: the number of openers in the sample.
  ///   - times: the response times of the answered ones.
  init(openers: Int, times: SampleTimes) {
    self.openers = openers
    self.times = times
  }

  var answered: Int { times.count }

  var rate: Fraction? { Fraction(answered, over: openers) }

  /// The statistic of the response times in milliseconds; nil without any.
  func time(_ statistic: BadgePolicy.ResponseTime) -> Fraction? {
    time(statistic, with: Extension(count: 0, time: 0, position: 0))
  }

  /// Whether a policy gives the badge for this sample.
  func earns(_ policy: BadgePolicy) -> Bool {
    earns(policy, with: Extension(count: 0, time: 0, position: 0))
  }

  /// How many further openers could stay unanswered before the rate falls below the least; nil
  /// where the least rate is 0.
  func marginOpeners(_ policy: BadgePolicy) -> Int? {
    let least = policy.leastResponseRate
    guard least.numerator > 0 else { return nil }
    return Int(Int128(answered) * least.denominator / least.numerator) - openers
  }

  /// The least k from 1 to 10,000 such that the badge is earned after k further openers, each
  /// answered after `time` half milliseconds; nil where there is none.
  ///
  /// Further times within the limit can only help, but for the rounding of ⌈0.9·n⌉, which comes
  /// round every ten openers: so each residue of ten is searched by halving. Times beyond the limit
  /// can help one opener and harm the next, so there every k is tried.
  private func wayBack(_ policy: BadgePolicy, time: Int64) -> Int? {
    let position = times.count(below: time)
    let isEarned = { (count: Int) in
      earns(policy, with: Extension(count: count, time: time, position: position))
    }
    let greatest = 10_000
    guard time <= 2 * policy.responseTimeLimit.count else {
      return (1...greatest).first(where: isEarned)
    }
    return (1...10).compactMap { residue -> Int? in
      let steps = 0..<(greatest - residue) / 10 + 1
      let step = steps.partitioningIndex { isEarned(residue + 10 * $0) }
      return step < steps.endIndex ? residue + 10 * step : nil
    }.min()
  }

  /// The way back where each further opener is answered in no time; 1 for an empty sample.
  func wayBackAtOnce(_ policy: BadgePolicy) -> Int? {
    openers == 0 ? 1 : wayBack(policy, time: 0)
  }

  /// The way back at the median of the sample's response times; nil without any.
  func wayBackAtPace(_ policy: BadgePolicy) -> Int? {
    guard let median = time(.median) else { return nil }
    return wayBack(policy, time: Int64((median * Fraction(2)).numerator))
  }

  // MARK: Further openers

  /// Further answered openers of one response time, and where they sort among the times.
  private struct Extension {
    var count: Int
    var time: Int64
    var position: Int
  }

  private func earns(_ policy: BadgePolicy, with further: Extension) -> Bool {
    let least = policy.leastResponseRate
    let openers = Int128(self.openers + further.count)
    guard openers > 0,
      Int128(answered + further.count) * least.denominator >= least.numerator * openers
    else { return false }
    guard let (sum, count) = quotient(policy.responseTime, with: further) else { return false }
    return sum <= Int128(policy.responseTimeLimit.count) * Int128(count)
  }

  private func time(
    _ statistic: BadgePolicy.ResponseTime, with further: Extension
  ) -> Fraction? {
    quotient(statistic, with: further).flatMap { Fraction($0.sum, over: $0.count) }
  }

  /// The statistic as a sum and what it is to be divided by, for milliseconds; nil without times.
  private func quotient(
    _ statistic: BadgePolicy.ResponseTime, with further: Extension
  ) -> (sum: Int128, count: Int)? {
    let count = times.count + further.count
    guard count > 0 else { return nil }
    switch statistic {
    case .mean:
      return (sum(ofLeast: count, with: further), 2 * count)
    case .fastest90Mean:
      let fastest = (9 * count + 9) / 10
      return (sum(ofLeast: fastest, with: further), 2 * fastest)
    case .median:
      let lower = time(at: (count - 1) / 2, with: further)
      let upper = time(at: count / 2, with: further)
      return (Int128(lower) + Int128(upper), 4)
    }
  }

  private func time(at rank: Int, with further: Extension) -> Int64 {
    if rank < further.position { return times.time(at: rank) }
    if rank < further.position + further.count { return further.time }
    return times.time(at: rank - further.count)
  }

  private func sum(ofLeast least: Int, with further: Extension) -> Int128 {
    let before = min(least, further.position)
    let inserted = min(least - before, further.count)
    return Int128(inserted) * Int128(further.time) + times.sum(ofLeast: least - inserted)
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index whose element fulfils a condition that holds from there on.
  func partitioningIndex(where belongsInSecondPartition: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if belongsInSecondPartition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
