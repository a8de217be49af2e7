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
      var badge = summary.badge(policy: policy, page: page) { left, right in
        (left.slice, left.conversation) < (right.slice, right.conversation)
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
    let exact = ReferenceBadge.exact(sample)
    let isEarned = reference.isEarned(exact)
    #expect(verdict.sample == sample.count, "\(random)")
    #expect(verdict.answered == exact.compactMap(\.self).count, "\(random)")
    #expect(verdict.responseRate == reference.rate(sample), "\(random)")
    #expect(verdict.responseTime == reference.time(exact), "\(random)")
    #expect(verdict.isEarned == isEarned, "\(random)")
    #expect(
      verdict.marginOpeners == (isEarned ? reference.marginOpeners(sample) : nil), "\(random)")
    #expect(
      verdict.marginTime
        == (isEarned
          ? reference.time(exact).map { Fraction(reference.policy.limit) - $0 } : nil),
      "\(random)")
    if isEarned || sample.isEmpty {
      #expect(verdict.wayBackAtOnce == (isEarned ? nil : 1), "\(random)")
      #expect(verdict.wayBackAtPace == nil, "\(random)")
    } else {
      check(verdict.wayBackAtOnce, at: Fraction(0), reference, sample, random)
      if let pace = ReferenceBadge.median(exact.compactMap(\.self).sorted()) {
        check(verdict.wayBackAtPace, at: pace, reference, sample, random)
      } else {
        #expect(verdict.wayBackAtPace == nil, "\(random)")
      }
    }
  }

  /// Whether `count` is the least that wins the badge back: it does, the number before it does not,
  /// and none of the first thirty does that is less.
  private func check(
    _ count: Int?, at time: Fraction, _ reference: ReferenceBadge,
    _ sample: ReferenceBadge.Sample, _ random: SeededGenerator
  ) {
    let tried = Array(1..<min(count ?? 31, 31)) + (count.map { $0 > 31 ? [$0 - 1] : [] } ?? [200])
    for further in tried {
      #expect(
        !reference.isEarned(sample, after: further, answeredIn: time), "\(random): \(further)")
    }
    if let count {
      #expect(reference.isEarned(sample, after: count, answeredIn: time), "\(random): \(count)")
    }
  }
}
