import MessageHistory
import ResponseMetrics
import Testing

/// Whether a page holds the badge: metrics.md, section 6.
@Suite struct BadgeTests {
  /// Conversations with an opener every ten minutes, answered after so many minutes; nil for none.
  private func history(_ answers: [Int64?], policy: BadgePolicy = .facebook2020) -> TestHistory {
    var history = TestHistory()
    history.policies = [policy]
    for (number, answer) in answers.enumerated() {
      let opener = Moment.minutes(Int64(number) * 10)
      history.add([.inbound(opener)] + (answer.map { [.reply(opener + .minutes($0))] } ?? []))
    }
    return history
  }

  private func answers(_ count: Int, after minutes: Int64?) -> [Int64?] {
    Array(repeating: minutes, count: count)
  }

  @Test func ninetyPercentWithinFifteenMinutesEarnsTheBadge() throws {
    let verdict = try history(answers(9, after: 15) + [nil]).badge()
    #expect(verdict.isEarned)
    #expect(verdict.sample == 10)
    #expect(verdict.answered == 9)
    #expect(verdict.responseRate == Fraction(9, over: 10))
    #expect(verdict.responseTime == Fraction(900_000))
  }

  @Test func rateBelowNinetyPercentDoesNot() throws {
    // 17/19 is 0.8947.
    #expect(try history(answers(17, after: 1) + answers(2, after: nil)).badge().isEarned == false)
    #expect(try history(answers(18, after: 1) + answers(2, after: nil)).badge().isEarned)
  }

  @Test func timeBeyondTheLimitDoesNot() throws {
    var slow = history(answers(9, after: 15))
    slow.add([.inbound(95), .reply(Moment.minutes(110) + tick)])
    // The mean of the fastest nine of ten is still the limit; the mean of all is beyond it.
    #expect(try slow.badge().isEarned)
    slow.policies[0].responseTime = .mean
    let verdict = try slow.badge()
    #expect(verdict.isEarned == false)
    #expect(verdict.responseTime == Fraction(9_000_001, over: 10))
  }

  @Test func statisticIsThePolicys() throws {
    // Ten answers of 1 to 9 minutes and one of 100: sorted 1, 2, 3, …, 9, 100.
    let answers: [Int64?] = [100, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    for (statistic, milliseconds) in [
      (.fastest90Mean, 300_000), (.mean, 870_000), (.median, 330_000),
    ] as [(BadgePolicy.ResponseTime, Int64)] {
      var policy = BadgePolicy.facebook2020
      policy.responseTime = statistic
      #expect(
        try history(answers, policy: policy).badge().responseTime == Fraction(milliseconds))
    }
  }

  @Test func fastestNinetyPercentOfElevenAreTen() throws {
    // 1 to 9 minutes and one of two of 100: 145 / 10.
    let verdict = try history([1, 2, 3, 4, 5, 6, 7, 8, 9, 100, 100]).badge()
    #expect(verdict.responseTime == Fraction(870_000))
  }

  @Test func presetsAreThoseOfTheTable() {
    #expect(BadgePolicy.presets.map(\.name) == ["facebook-2020", "facebook-2017", "facebook-2015"])
    #expect(BadgePolicy.presets.map(\.window) == [.days(30), .days(7), .days(7)])
    #expect(BadgePolicy.presets.map(\.responseTime) == [.fastest90Mean, .mean, .median])
    #expect(
      BadgePolicy.presets.map(\.responseTimeLimit) == [.minutes(15), .minutes(15), .minutes(5)])
    #expect(
      BadgePolicy.presets.map(\.exclusions)
        == [[.spam, .done, .away, .pageStarted], [.spam, .done, .away], [.spam, .away]])
    for preset in BadgePolicy.presets {
      #expect(preset.leastResponseRate == Fraction(9, over: 10))
      #expect(preset.fewestOpeners == 10)
      #expect(preset.silence == .hours(24))
      #expect(preset.replyDeadline == nil)
      #expect(preset.channels == ["messenger", "instagram", "facebook"])
    }
  }

  // MARK: Sample

  @Test func pageWithoutOpenersHasNoRateAndNoBadge() throws {
    let verdict = try TestHistory().badge()
    #expect(verdict.isEarned == false)
    #expect(verdict.sample == 0 && verdict.answered == 0)
    #expect(verdict.responseRate == nil && verdict.responseTime == nil)
    #expect(verdict.marginOpeners == nil && verdict.marginTime == nil)
    #expect(verdict.wayBackAtOnce == 1)
    #expect(verdict.wayBackAtPace == nil)
  }

  @Test func pageWithoutResponsesHasNoTimeAndNoBadge() throws {
    var policy = BadgePolicy.facebook2020
    policy.leastResponseRate = Fraction(0)
    let verdict = try history(answers(2, after: nil), policy: policy).badge()
    #expect(verdict.isEarned == false)
    #expect(verdict.responseRate == Fraction(0))
    #expect(verdict.responseTime == nil)
    #expect(verdict.wayBackAtPace == nil)
    #expect(verdict.wayBackAtOnce == 1)
  }

  @Test func windowEndsAtTheNewestOpenerAndIsOpenAtItsStart() throws {
    // Eleven openers: one at the start, ten exactly 30 days later or a millisecond less.
    for (pause, sample) in [(Milliseconds.days(30), 10), (.days(30) - tick, 11)] {
      var history = TestHistory([.inbound(0)], asOf: .days(60))
      for _ in 1...10 { history.add([.inbound(.start + pause)]) }
      #expect(try history.badge().sample == sample)
    }
  }

  @Test func windowIsCountedFromTheNewestOpenerNotFromAsOf() throws {
    var history = history(answers(12, after: 1))
    history.asOf = .days(300)
    #expect(try history.badge().sample == 12)
  }

  @Test func fewerThanTenInTheWindowAreFilledUpFromBefore() throws {
    // Five old ones, all answered, and nine new ones without an answer.
    var history = TestHistory(asOf: .days(60))
    for number in 0..<5 {
      history.add([.inbound(.days(Int64(number))), .reply(.days(Int64(number)))])
    }
    for _ in 0..<9 { history.add([.inbound(.days(50))]) }
    let verdict = try history.badge()
    #expect(verdict.sample == 10)
    #expect(verdict.answered == 1)
  }

  @Test func pageWithFewerThanTenHasThemAll() throws {
    #expect(try history(answers(3, after: 1)).badge().sample == 3)
    #expect(try history(answers(3, after: 1)).badge().isEarned)
  }

  @Test func fewestOpenersOfOneInstantArePartedByChannelAndConversation() throws {
    // Twelve of one instant; the two that are first in the order fall out: answered ones.
    var history = TestHistory(asOf: .days(60))
    history.policies[0].window = .zero
    for number in 0..<12 {
      history.add(number < 2 ? [.inbound(0), .reply(1)] : [.inbound(0)])
    }
    history.add([.inbound(.days(1))])
    // The window of no length holds nothing, so the newest ten are taken: nine of the instant.
    #expect(try history.badge().sample == 10)
    #expect(try history.badge().answered == 0)
    var reversed = try history.summary().badge(policy: 0, page: 0) { left, right in
      left.place > right.place
    }
    #expect(try reversed.verdict(at: history.asOf.instant).answered == 2)
  }

  @Test func samplesOpenersAreAtHand() throws {
    let summary = history(answers(12, after: 1)).summary()
    var badge = try summary.badge(policy: 0, page: 0) { _, _ in false }
    let openers = try badge.sampleOpeners(at: instant(25))
    #expect(openers.map(\.instant) == [instant(0), instant(10), instant(20)])
  }

  @Test func openersCanBeLetGoOf() throws {
    var summary = history(answers(12, after: 1)).summary()
    #expect(!summary.tally.badgeOpeners.isEmpty)
    summary.dropBadgeOpeners()
    #expect(summary.tally.badgeOpeners.isEmpty)
  }

  // MARK: At an instant

  @Test func onlyWhatIsKnownAtTheInstantCounts() throws {
    let history = history([5, 5, 30, nil])
    // At minute 24: three openers, two answers. At minute 50: four openers, three answers.
    #expect(try history.badge(at: 24).sample == 3)
    #expect(try history.badge(at: 24).answered == 2)
    #expect(try history.badge(at: 50).answered == 3)
    #expect(try history.badge(at: .minutes(50) - tick).answered == 2)
    #expect(try history.badge(at: .minutes(30) - tick).sample == 3)
    #expect(try history.badge(at: -1).sample == 0)
  }

  @Test func replyDeadlineMakesLaterResponsesNone() throws {
    var policy = BadgePolicy.facebook2020
    policy.replyDeadline = .minutes(20)
    var history = history([20, 5], policy: policy)
    history.add([.inbound(40), .reply(Moment.minutes(60) + tick)])
    let verdict = try history.badge()
    #expect(verdict.sample == 3)
    #expect(verdict.answered == 2)
    #expect(verdict.responseTime == Fraction(750_000))
  }

  @Test func policyMayHaveASilenceOfItsOwn() throws {
    var history = TestHistory([
      .inbound(0), .reply(1), .inbound(120), .inbound(130), .inbound(300), .reply(310),
    ])
    #expect(try history.badge().sample == 1)
    history.policies[0].silence = .hours(1)
    let verdict = try history.badge()
    #expect(verdict.sample == 3)
    #expect(verdict.answered == 2)
    #expect(history.openers.openers == 1)
  }

  @Test func policiesOfDifferentSilenceStandSideBySide() throws {
    var history = TestHistory([.inbound(0), .inbound(120)])
    var short = BadgePolicy.facebook2017
    short.silence = .hours(1)
    var shortToo = BadgePolicy.facebook2015
    shortToo.silence = .hours(1)
    history.policies = [short, .facebook2020, shortToo, .facebook2017]
    let summary = history.summary()
    let samples = try (0..<4).map { policy in
      var badge = try summary.badge(policy: policy, page: 0) { $0.place < $1.place }
      return try badge.verdict(at: history.asOf.instant).sample
    }
    #expect(samples == [2, 1, 2, 1])
  }

  @Test func channelsThatThePolicyDoesNotJudgeAreLeftOut() throws {
    var history = TestHistory([.inbound(0)])
    history.channels = [.init(page: 0), .init(page: 0, isJudged: false), .init(page: 1)]
    history.officeHours = [nil, nil]
    history.away = [.never, .never]
    history.add([.inbound(1)], slice: 1)
    history.add([.inbound(2)], slice: 2)
    #expect(try history.badge().sample == 1)
  }

  @Test func badgeCountsOpenersOfAllTime() throws {
    let history = TestHistory([.inbound("2026-10-25T00:00"), .reply("2026-10-25T00:01")])
    #expect(history.openers.openers == 0)
    #expect(try history.badge().sample == 1)
  }
}
