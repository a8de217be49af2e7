import MessageHistory
import ResponseMetrics
import Testing

/// Which openers hold a badge back, the heaviest first.
@Suite struct BadgeBlockerTests {
  /// The blockers of openers that arrive a minute after one another and are answered after so many
  /// minutes, nil for never: the opener's place and what happened.
  private func blockers(
    _ answers: [Int64?], most: Int = 5, _ change: (inout BadgePolicy) -> Void = { _ in }
  ) throws -> [(place: Int, outcome: BadgeBlocker.Outcome)] {
    var history = TestHistory()
    change(&history.policies[0])
    for (place, answer) in answers.enumerated() {
      let at = Moment.minutes(Int64(place))
      history.add([.inbound(at)] + (answer.map { [.reply(at + .minutes($0))] } ?? []))
    }
    var badge = try history.summary().badge(policy: 0, page: 0) { $0.place < $1.place }
    let asOf = history.asOf.instant
    return history.policies[0]
      .blockers(among: try badge.sampleOpeners(at: asOf), at: asOf, most: most)
      .map { ($0.opener.place.conversation, $0.outcome) }
  }

  @Test func unansweredOpenersComeFirstTheOldestOfThemAtTheTop() throws {
    let blockers = try blockers([60, nil, 1, nil, 1])
    #expect(blockers.map(\.place) == [1, 3, 0])
    // As-of is midnight of 30 November, 27 d 14 h 59 min after 2 November 9:01.
    #expect(blockers[0].outcome == .unanswered(.days(27) + .hours(14) + .minutes(59)))
    #expect(blockers[2].outcome == .answered(.minutes(60)))
  }

  @Test func slowestAnswersFollowDownToTheLimit() throws {
    // 15 min is the limit: what is within it holds nothing back. Of 5 all enter: ⌈0.9 · 5⌉ = 5.
    let blockers = try blockers([15, 16, 1, 90, 20])
    #expect(blockers.map(\.place) == [3, 4, 1])
  }

  @Test func slowestTenthDoesNotEnterTheMeanOfTheFastest() throws {
    // ⌈0.9 · 10⌉ = 9: the slowest of ten is out.
    let blockers = try blockers([30, 40, 1, 1, 1, 1, 1, 1, 1, 1])
    #expect(blockers.map(\.place) == [0])
  }

  @Test func everyAnswerEntersTheMeanOfAll() throws {
    let blockers = try blockers([30, 40, 1, 1, 1, 1, 1, 1, 1, 1]) { $0.responseTime = .mean }
    #expect(blockers.map(\.place) == [1, 0])
  }

  @Test func slowerHalfEntersTheMedian() throws {
    // 16, 17, 18, 19: the median lies between 17 and 18, and 16 does not move it.
    let blockers = try blockers([19, 18, 17, 16]) { $0.responseTime = .median }
    #expect(blockers.map(\.place) == [0, 1, 2])
  }

  @Test func answersPastTheDeadlineCountAsNone() throws {
    let blockers = try blockers([30, 1, 1]) { $0.replyDeadline = .minutes(20) }
    #expect(blockers.map(\.place) == [0])
    #expect(blockers[0].outcome == .answeredTooLate(.minutes(30)))
  }

  @Test func noMoreThanAskedForAreNamed() throws {
    let blockers = try blockers([nil, nil, 60, nil, 70], most: 4)
    #expect(blockers.map(\.place) == [0, 1, 3, 4])
    #expect(try self.blockers(Array(repeating: nil, count: 12)).count == 5)
  }

  @Test func openersThatThePolicyLeavesOutAreNotNamed() throws {
    var history = TestHistory([.inbound(0, status: .spam)])
    history.add([.inbound(1)])
    var badge = try history.summary().badge(policy: 0, page: 0) { $0.place < $1.place }
    let sample = try badge.sampleOpeners(at: history.asOf.instant)
    let blockers = BadgePolicy.facebook2020.blockers(among: sample, at: history.asOf.instant)
    #expect(blockers.map(\.opener.place.conversation) == [1])
  }

  @Test func nothingHoldsBackWhereAllWasAnsweredInTime() throws {
    #expect(try blockers([15, 1, 2]).isEmpty)
    #expect(try blockers([]).isEmpty)
  }
}
