import MessageHistory
import ResponseMetrics
import TestSupport
import Testing

/// How far a page is from losing the badge or winning it back: metrics.md, section 6.
@Suite struct BadgeMarginTests {
  /// The verdict over openers answered after so many minutes; nil for none.
  private func verdict(
    _ answers: [Int64?], _ change: (inout BadgePolicy) -> Void = { _ in }
  ) throws -> BadgeVerdict {
    var history = TestHistory()
    change(&history.policies[0])
    for answer in answers {
      history.add([.inbound(0)] + (answer.map { [.reply(.minutes($0))] } ?? []))
    }
    return try history.badge()
  }

  private func times(_ count: Int, _ minutes: Int64?) -> [Int64?] {
    Array(repeating: minutes, count: count)
  }

  // MARK: Margins

  @Test(arguments: [
    // The greatest m with answered / (sample + m) ≥ 0.9.
    (answered: 9, missed: 0, margin: 1), (answered: 8, missed: 0, margin: 0),
    (answered: 9, missed: 1, margin: 0), (answered: 18, missed: 0, margin: 2),
    (answered: 19, missed: 0, margin: 2), (answered: 100, missed: 5, margin: 6),
  ])
  func marginIsHowManyOpenersMayStayUnanswered(answered: Int, missed: Int, margin: Int) throws {
    let verdict = try verdict(times(answered, 1) + times(missed, nil))
    #expect(verdict.isEarned)
    #expect(verdict.marginOpeners == margin)
  }

  @Test func marginOfTimeIsTheRestUpToTheLimit() throws {
    #expect(try verdict(times(10, 4)).marginTime == Fraction(660_000))
    #expect(try verdict(times(10, 15)).marginTime == Fraction(0))
  }

  @Test func marginsAreBlankWithoutTheBadge() throws {
    let verdict = try verdict(times(10, 16))
    #expect(verdict.isEarned == false)
    #expect(verdict.marginOpeners == nil && verdict.marginTime == nil)
  }

  @Test func openersHaveNoMarginWhereNoRateIsAskedFor() throws {
    let verdict = try verdict(times(3, 1) + times(7, nil)) { $0.leastResponseRate = Fraction(0) }
    #expect(verdict.isEarned)
    #expect(verdict.marginOpeners == nil)
    #expect(verdict.marginTime == Fraction(840_000))
  }

  // MARK: Way back

  @Test func wayBackIsBlankWithTheBadge() throws {
    let verdict = try verdict(times(10, 1))
    #expect(verdict.isEarned)
    #expect(verdict.wayBackAtOnce == nil && verdict.wayBackAtPace == nil)
  }

  @Test func missedOpenersAreOutweighed() throws {
    // (8 + k) / (10 + k) ≥ 0.9: k = 10. The pace of one minute is as good as none.
    let verdict = try verdict(times(8, 1) + times(2, nil))
    #expect(verdict.wayBackAtOnce == 10)
    #expect(verdict.wayBackAtPace == 10)
  }

  @Test func slowAnswersAreOutweighedInTheMeanOfAll() throws {
    // 10 · 20 min ≤ (10 + k) · 15 min: k = 3.34, so 4. At the median of 20 min it never falls.
    let verdict = try verdict(times(10, 20)) { $0.responseTime = .mean }
    #expect(verdict.wayBackAtOnce == 4)
    #expect(verdict.wayBackAtPace == nil)
  }

  @Test func slowAnswersAreOutweighedInTheMeanOfTheFastest() throws {
    // With k answers of 0: the fastest ⌈0.9 · (10 + k)⌉ hold 20 min f − k times.
    // k = 2: f = 11, 9 · 20 / 11 = 16.4. k = 3: f = 12, 9 · 20 / 12 = 15: the limit.
    #expect(try verdict(times(10, 20)).wayBackAtOnce == 3)
  }

  @Test func slowAnswersAreOutweighedInTheMedian() throws {
    // Of 10 + k answers the median is 0 where more than half are, and 10 min where half are, with
    // k = 10. With k = 9 the tenth of 19 is 20 min.
    let verdict = try verdict(times(10, 20)) { $0.responseTime = .median }
    #expect(verdict.wayBackAtOnce == 10)
    #expect(verdict.wayBackAtPace == nil)
  }

  @Test func paceIsTheMedianOfTheSample() throws {
    // Mean of all: 6 of 10 min, 4 of 40 min. The median is 10 min.
    // 220 + 10 k ≤ 15 · (10 + k): k = 14. At once: 220 ≤ 15 · (10 + k): k = 4.67, so 5.
    let verdict = try verdict(times(6, 10) + times(4, 40)) { $0.responseTime = .mean }
    #expect(verdict.wayBackAtPace == 14)
    #expect(verdict.wayBackAtOnce == 5)
  }

  @Test func paceIsNotRounded() throws {
    // Times of 15 min − 1 ms and 15 min + 2 ms: the median is half a millisecond beyond the limit,
    // so that at pace the mean stays where it is, and the badge is never won.
    var history = TestHistory()
    history.policies[0].responseTime = .mean
    history.add([.inbound(0), .reply(.minutes(15) - tick)])
    history.add([.inbound(0), .reply(.minutes(15) + tick + tick)])
    let verdict = try history.badge()
    #expect(verdict.responseTime == Fraction(1_800_001, over: 2))
    #expect(verdict.wayBackAtPace == nil)
    #expect(verdict.wayBackAtOnce == 1)
  }

  @Test func responsesBeyondTheDeadlineHaveNoPace() throws {
    // Two of 2 min count, two of 30 min do not: (2 + k) / (4 + k) ≥ 0.9: k = 16.
    let verdict = try verdict([2, 2, 30, 30]) { $0.replyDeadline = .minutes(20) }
    #expect(verdict.wayBackAtOnce == 16)
    #expect(verdict.wayBackAtPace == 16)
  }

  @Test func wayBackEndsAtTenThousand() throws {
    // 1 missed of 1: k / (1 + k) ≥ least: k = 10,000 for 10,000/10,001, and 10,001 for the next.
    for (least, k) in [(10_000, 10_000), (10_001, nil)] as [(Int, Int?)] {
      let verdict = try verdict([nil]) { policy in
        policy.leastResponseRate = Fraction(least, over: least + 1) ?? Fraction(1)
      }
      #expect(verdict.wayBackAtOnce == k)
      #expect(verdict.wayBackAtPace == nil)
    }
  }

  @Test func missedOpenerCannotBeOutweighedWhereAllMustBeAnswered() throws {
    let verdict = try verdict([1, nil]) { $0.leastResponseRate = Fraction(1) }
    #expect(verdict.wayBackAtOnce == nil && verdict.wayBackAtPace == nil)
  }

  /// Some times are so long that further ones beyond the limit help, by taking their place among the
  /// fastest nine tenths.
  @Test(arguments: UInt64(0)..<40)
  func wayBackAtPaceIsTheFirstOfAllThatWin(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let times: [Int64?] = [0, 1, 14, 15, 16, 16, 17, 40, 1_000, nil]
    for _ in 0..<10 {
      let answers = (0..<random.number(in: 1..<30)).map { _ in
        random.element(of: times) ?? nil
      }
      for statistic in BadgePolicy.ResponseTime.allCases {
        let verdict = try verdict(answers) { $0.responseTime = statistic }
        let found = firstThatWins(answers, statistic, upTo: 300)
        #expect(
          verdict.isEarned || verdict.wayBackAtPace.flatMap { $0 > 300 ? nil : $0 } == found,
          "\(random): \(answers) \(statistic)")
      }
    }
  }

  /// The least of so many numbers of further openers, each answered after the median, with which 90 %
  /// are answered, and that within 15 minutes; tried one after the other.
  private func firstThatWins(
    _ answers: [Int64?], _ statistic: BadgePolicy.ResponseTime, upTo greatest: Int
  ) -> Int? {
    // In half minutes.
    let known = answers.compactMap { $0.map { $0 * 2 } }.sorted()
    guard !known.isEmpty else { return nil }
    let median = (known[(known.count - 1) / 2] + known[known.count / 2]) / 2
    return (1...greatest).first { further in
      let times = (known + Array(repeating: median, count: further)).sorted()
      guard 10 * times.count >= 9 * (answers.count + further) else { return false }
      let taken =
        switch statistic {
        case .mean: times[...]
        case .fastest90Mean: times.prefix((9 * times.count + 9) / 10)
        case .median: times[(times.count - 1) / 2...times.count / 2]
        }
      return taken.reduce(0, +) <= 30 * Int64(taken.count)
    }
  }
}
