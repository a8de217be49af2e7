import MessageHistory

/// The response times of a badge's sample, with questions about further openers.
///
/// Times are in half milliseconds, so that the median of an even number of them is whole.
struct BadgeSample {
  /// Number of openers.
  let openers: Int
  private let times: CountedTimes

  /// - Parameters:
  ///   - openers: the number of openers in the sample.
  ///   - times: the response times of the answered ones.
  init(openers: Int, times: CountedTimes) {
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
  /// The rate alone asks for so many. From there on the rounding of ⌈0.9·n⌉ comes round every ten
  /// openers, so each residue of ten is searched by itself.
  private func wayBack(_ policy: BadgePolicy, time: Int64) -> Int? {
    let greatest = 10_000
    guard let missing = leastForRate(policy), missing <= greatest else { return nil }
    let least = max(missing, 1)
    let position = times.count(below: time)
    let isWithinLimit = time <= 2 * policy.responseTimeLimit.count
    var shortest: Int?
    for first in least...min(least + 9, greatest) {
      // What is not shorter is not looked for.
      let end = min(shortest ?? .max, greatest + 1)
      guard first < end else { break }
      let steps = 0..<(end - 1 - first) / 10 + 1
      let excessOfStep = { (step: Int) -> Int128 in
        let count = first + 10 * step
        return excess(policy, with: Extension(count: count, time: time, position: position))
      }
      let step =
        isWithinLimit
        ? firstEarned(steps, excessOfStep) : firstEarnedBeyond(steps, excessOfStep)
      if let step { shortest = first + 10 * step }
    }
    return shortest
  }

  /// How many further answered openers lift the rate to the least; nil where none do.
  private func leastForRate(_ policy: BadgePolicy) -> Int? {
    let least = policy.leastResponseRate
    let missing: Int128 =
      least.numerator * Int128(openers) - Int128(answered) * least.denominator
    guard missing > 0 else { return 0 }
    let gain: Int128 = least.denominator - least.numerator
    return gain > 0 ? Int(clamping: (missing + gain - 1) / gain) : nil
  }

  /// The first step whose time is within the limit, where further times within it can only help.
  ///
  /// The last steps are looked at first: the way back is nearly the same for all residues, and steps
  /// that would be longer than what is found already are none.
  private func firstEarned(_ steps: Range<Int>, _ excess: (Int) -> Int128) -> Int? {
    guard let last = steps.last, excess(last) <= 0 else { return nil }
    if last == 0 || excess(last - 1) > 0 { return last }
    return (0..<last).partitioningIndex { excess($0) <= 0 }
  }

  /// The first step whose time is within the limit, where further times are beyond it.
  ///
  /// They can help as long as they take the place of longer ones among the fastest nine tenths. What
  /// a step adds to the excess never falls: it is nine further times, among the fastest of which
  /// shorter ones were before, or ten less the longest one, which is shorter each time. So the excess
  /// falls first, if at all, and then rises, and only where it falls can it go below 0. A median is
  /// past the limit for good once it is.
  private func firstEarnedBeyond(_ steps: Range<Int>, _ excess: (Int) -> Int128) -> Int? {
    if excess(0) <= 0 { return 0 }
    let bottom = steps.dropLast().partitioningIndex { excess($0 + 1) >= excess($0) }
    guard excess(bottom) <= 0 else { return nil }
    return (0..<bottom).partitioningIndex { excess($0) <= 0 }
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
    return times.count + further.count > 0 && excess(policy, with: further) <= 0
  }

  /// How far the statistic is beyond the limit, times what its sum is divided by.
  private func excess(_ policy: BadgePolicy, with further: Extension) -> Int128 {
    guard let (sum, count) = quotient(policy.responseTime, with: further) else { return 0 }
    return sum - Int128(policy.responseTimeLimit.count) * Int128(count)
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
