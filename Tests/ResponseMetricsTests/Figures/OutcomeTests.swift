import MessageHistory
import ResponseMetrics
import Testing

/// What becomes of openers, and what does not count: metrics.md, sections 4 and 5.
@Suite struct OutcomeTests {
  private func outcomes(_ history: TestHistory) -> [OpenerOutcome] {
    history.tally().listing.openers.sorted { $0.instant < $1.instant }.map(\.outcome)
  }

  @Test(arguments: [
    (age: Milliseconds.hours(24) - tick, outcome: OpenerOutcome.awaiting),
    (age: .hours(24), outcome: .missed),
    (age: .zero, outcome: .awaiting),
  ])
  func unansweredOpenerIsAwaitingWhileUnder24HoursOld(
    age: Milliseconds, outcome: OpenerOutcome
  ) {
    #expect(outcomes(TestHistory([.inbound(0)], asOf: .start + age)) == [outcome])
  }

  @Test func awaitingDoesNotDependOnTheSilence() {
    let history = TestHistory(
      [.inbound(0), .inbound(.hours(2))], asOf: .hours(24) - tick, silence: .hours(1))
    #expect(outcomes(history) == [.awaiting, .awaiting])
  }

  @Test func responseUpToAsOfAnswers() {
    let rows: [HistoryRow] = [.inbound(0), .reply(.days(3))]
    #expect(outcomes(TestHistory(rows, asOf: .days(3))) == [.answered])
    #expect(outcomes(TestHistory(rows, asOf: .days(3) - tick)) == [.missed])
  }

  @Test func responseAfterThePeriodAnswers() {
    let history = TestHistory(
      [.inbound("2026-11-02T23:00"), .reply("2026-11-09T00:00")],
      from: "2026-11-02T00:00", to: "2026-11-03T00:00")
    #expect(outcomes(history) == [.answered])
  }

  // MARK: Exclusions

  private static let answered: [HistoryRow] = [.inbound(0), .reply(1)]
  private static let unanswered: [HistoryRow] = [.inbound(0)]

  @Test(
    arguments: [
      (answered, .done, .unanswered, .answered),
      (answered, .done, .all, .excludedDone),
      (answered, .done, .none, .answered),
      (unanswered, .done, .unanswered, .excludedDone),
      (unanswered, .done, .all, .excludedDone),
      (unanswered, .done, .none, .missed),
      (unanswered, .open, .all, .missed),
      (unanswered, .pending, .all, .missed),
      (answered, .spam, .none, .excludedSpam),
      (unanswered, .spam, .unanswered, .excludedSpam),
    ] as [([HistoryRow], ConversationStatus, ExclusionRules.Done, OpenerOutcome)])
  func statusMayExclude(
    rows: [HistoryRow], status: ConversationStatus, done: ExclusionRules.Done,
    outcome: OpenerOutcome
  ) {
    let history = TestHistory(
      rows + [.note(5, status: status)], exclusions: ExclusionRules(done: done))
    #expect(outcomes(history) == [outcome])
  }

  @Test func statusExcludesEachUnansweredExchangeOfItsOwn() {
    let history = TestHistory([
      .inbound(0), .inbound(.days(2)), .reply(.days(2) + .minutes(1)), .closed(.days(3)),
    ])
    #expect(outcomes(history) == [.excludedDone, .answered])
  }

  @Test func statusAfterAsOfIsUnknown() {
    let rows: [HistoryRow] = [.inbound(0), .closed(.days(5))]
    #expect(outcomes(TestHistory(rows, asOf: .days(5) - tick)) == [.missed])
    #expect(outcomes(TestHistory(rows, asOf: .days(5))) == [.excludedDone])
  }

  @Test func openerWhileThePageIsAwayIsExcluded() {
    // Half-open: from minute 10 up to, not including, minute 20.
    for (minute, outcome) in [
      (9, .missed), (10, .excludedAway), (19, .excludedAway), (20, .missed),
    ] as [(Int64, OpenerOutcome)] {
      var history = TestHistory([.inbound(.minutes(minute))])
      history.away = [AwayCalendar(intervals: [instant(10)..<instant(20)])]
      #expect(outcomes(history) == [outcome], "minute \(minute)")
      history.exclusions.away = false
      #expect(outcomes(history) == [.missed], "minute \(minute)")
    }
  }

  @Test func answeredOpenerWhileAwayIsExcludedToo() {
    var history = TestHistory([.inbound(15), .reply(16)])
    history.away = [AwayCalendar(intervals: [instant(10)..<instant(20)])]
    #expect(outcomes(history) == [.excludedAway])
    #expect(history.openers.firstResponse.count == 0)
    #expect(history.figures(of: .anna)?.responses == 0)
  }

  @Test func firstReasonIsUsed() {
    for (status, outcome) in [
      (.spam, .excludedSpam), (.done, .excludedDone), (.open, .excludedAway),
    ] as [(ConversationStatus, OpenerOutcome)] {
      var history = TestHistory([.inbound(15), .note(16, status: status)])
      history.away = [AwayCalendar(intervals: [instant(10)..<instant(20)])]
      #expect(outcomes(history) == [outcome])
    }
  }

  @Test func anotherPagesAbsenceDoesNotMatter() {
    var history = TestHistory([.inbound(15)])
    history.channels.append(.init(page: 1))
    history.officeHours = [nil, nil]
    history.away = [.never, AwayCalendar(intervals: [instant(10)..<instant(20)])]
    history.add([.inbound(15)], slice: 1)
    #expect(history.summary().pages.map(\.openers.excludedAway) == [0, 1])
    #expect(history.summary().pages.map(\.openers.missed) == [1, 0])
  }

  @Test func excludedOpenersAreCountedUnderTheirReasonAndNowhereElse() {
    let figures = TestHistory(
      [.inbound(0, status: .spam), .reply(1)], [.inbound(0), .closed(1)], [.inbound(0), .reply(1)]
    ).openers
    #expect(figures.excludedSpam == 1)
    #expect(figures.excludedDone == 1)
    #expect(figures.excludedAway == 0)
    #expect(figures.openers == 1)
    #expect(figures.firstResponse.count == 1)
  }
}
