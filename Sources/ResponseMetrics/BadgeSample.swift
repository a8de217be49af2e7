import MessageHistory

/// The response times of a badge's sample, with questions about further openers.
///
/// Times are in half milliseconds, so that the median of an even number of them is whole.
struct BadgeSample {
  /// Number of openers.
  let openers: Int
  /// Sorted ascending, in half milliseconds.
  private let times: [Int64]
  /// `sums[n]` is the sum of the n least times.
  private let sums: [Int128]

  /// - Parameters:
  ///   - openers: the number of openers in the sample.
  ///   - responseTimes: of the answered ones, in milliseconds and any order.
  init(openers: Int, responseTimes: [Int64]) {
    self.openers = openers
    times = responseTimes.map { $0 * 2 }.sorted()
    var sum = Int128(0)
    sums = [0] + times.map { time in
      sum += Int128(time)
      return sum
    }
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
  private func wayBack(_ policy: BadgePolicy, time: Int64) -> Int? {
    let position = times.partitioningIndex { $0 >= time }
    for count in 1...10_000
    where earns(policy, with: Extension(count: count, time: time, position: position)) {
      return count
    }
    return nil
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
    guard let rate = Fraction(answered + further.count, over: openers + further.count),
      rate >= policy.leastResponseRate,
      let time = time(policy.responseTime, with: further)
    else { return false }
    return time <= Fraction(policy.responseTimeLimit.count)
  }

  private func time(
    _ statistic: BadgePolicy.ResponseTime, with further: Extension
  ) -> Fraction? {
    let count = times.count + further.count
    switch statistic {
    case .mean:
      return Fraction(sum(ofLeast: count, with: further), over: 2 * count)
    case .fastest90Mean:
      let fastest = (9 * count + 9) / 10
      return Fraction(sum(ofLeast: fastest, with: further), over: 2 * fastest)
    case .median:
      guard count > 0 else { return nil }
      let lower = time(at: (count - 1) / 2, with: further)
      let upper = time(at: count / 2, with: further)
      return Fraction(Int128(lower) + Int128(upper), over: 4)
    }
  }

  private func time(at rank: Int, with further: Extension) -> Int64 {
    if rank < further.position { return times[rank] }
    if rank < further.position + further.count { return further.time }
    return times[rank - further.count]
  }

  private func sum(ofLeast least: Int, with further: Extension) -> Int128 {
    let before = min(least, further.position)
    let inserted = min(least - before, further.count)
    return sums[before] + Int128(inserted) * Int128(further.time)
      + sums[least - inserted] - sums[before]
  }
}

extension Array {
  /// The first index whose element fulfils a condition that holds from there on.
  func partitioningIndex(where belongsInSecondPartition: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if belongsInSecondPartition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
