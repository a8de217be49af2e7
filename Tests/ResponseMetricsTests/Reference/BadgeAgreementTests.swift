import MessageHistory
import ResponseMetrics
import TestSupport
import Testing

/// The engine's badge agrees with the slow reference on random histories.
@Suite struct BadgeAgreementTests {
  private static let blocks: [Range<UInt64>] = (10..<20).map { block in
    (block * 100)..<(block * 100 + 100)
  }

  @Test(arguments: blocks)
  func verdictsAgree(seeds: Range<UInt64>) throws {
    for seed in seeds {
      var random = SeededGenerator(seed: seed)
      let history = RandomHistory(using: &random)
      let summary = history.tested.summary()
      let policy = random.number(in: 0..<history.policies.count)
      let page = random.number(in: 0..<history.settings.pageCount)
      var settings = history.settings
      settings.silence = history.policies[policy].silence
      let reference = ReferenceBadge(
        ReferenceHistory(history.conversations, settings), page: page,
        policy: history.policies[policy])
      var badge = try summary.badge(policy: policy, page: page) { left, right in
        (left.slice, left.place) < (right.slice, right.place)
      }
      for time in [settings.asOf, settings.asOf - Int64(random.number(in: 1..<400_000_000))] {
        let verdict = try badge.verdict(at: Instant(milliseconds: time))
        try compare(verdict, reference, reference.sample(at: time), random)
      }
    }
  }

  private func compare(
    _ verdict: BadgeVerdict, _ reference: ReferenceBadge, _ sample: ReferenceBadge.Sample,
    _ random: SeededGenerator
  ) throws {
    let isEarned = reference.isEarned(sample)
    let time = reference.time(ReferenceBadge.halves(sample))
    #expect(verdict.sample == sample.count, "\(random)")
    #expect(verdict.answered == sample.compactMap(\.self).count, "\(random)")
    #expect(verdict.responseRate == reference.rate(sample), "\(random)")
    #expect(verdict.responseTime == time, "\(random)")
    #expect(verdict.isEarned == isEarned, "\(random)")
    guard !isEarned else {
      #expect(verdict.marginOpeners == reference.marginOpeners(sample), "\(random)")
      #expect(
        verdict.marginTime == time.map { Fraction(reference.policy.limit) - $0 }, "\(random)")
      #expect(verdict.wayBackAtOnce == nil && verdict.wayBackAtPace == nil, "\(random)")
      return
    }
    #expect(verdict.marginOpeners == nil && verdict.marginTime == nil, "\(random)")
    if sample.isEmpty {
      #expect(verdict.wayBackAtOnce == 1, "\(random)")
    } else {
      check(verdict.wayBackAtOnce, at: 0, reference, sample, random)
    }
    if let pace = ReferenceBadge.median(of: sample) {
      check(verdict.wayBackAtPace, at: pace, reference, sample, random)
    } else {
      #expect(verdict.wayBackAtPace == nil, "\(random)")
    }
  }

  /// Whether `count` is the least that wins the badge back, at half milliseconds an answer.
  ///
  /// It does, the number before it does not, and none of the first forty does that is less.
  private func check(
    _ count: Int?, at halves: Int64, _ reference: ReferenceBadge,
    _ sample: ReferenceBadge.Sample, _ random: SeededGenerator
  ) {
    let tried = Array(1..<min(count ?? 41, 41)) + (count.map { $0 > 41 ? [$0 - 1] : [] } ?? [200])
    for further in tried {
      #expect(
        !reference.isEarned(sample, after: further, answeredIn: halves), "\(random): \(further)")
    }
    if let count {
      #expect(
        reference.isEarned(sample, after: count, answeredIn: halves), "\(random): \(count)")
    }
  }
}
