import MessageHistory
import ResponseMetrics
import Testing

/// What a policy leaves out of its sample: metrics.md, section 6.
@Suite struct BadgeExclusionTests {
  private func sample(
    _ rows: [HistoryRow], excluding exclusions: Set<BadgePolicy.Exclusion>,
    away: AwayCalendar = .never, silence: Milliseconds = .hours(24), at moment: Moment? = nil
  ) throws -> Int {
    var history = TestHistory(rows, exclusions: ExclusionRules(done: .none, away: false))
    history.policies[0].exclusions = exclusions
    history.policies[0].silence = silence
    history.away = [away]
    return try history.badge(at: moment).sample
  }

  @Test func spamIsLeftOutWhereThePolicySaysSo() throws {
    let rows: [HistoryRow] = [.inbound(0), .reply(1, status: .spam)]
    #expect(try sample(rows, excluding: [.spam]) == 0)
    #expect(try sample(rows, excluding: [.done, .away, .pageStarted]) == 1)
  }

  @Test func unansweredOpenerOfADoneConversationIsLeftOut() throws {
    let rows: [HistoryRow] = [.inbound(0), .inbound(.days(2)), .reply(.days(2)), .closed(.days(3))]
    #expect(try sample(rows, excluding: [.done]) == 1)
    #expect(try sample(rows, excluding: [.spam, .away, .pageStarted]) == 2)
  }

  @Test func doneIsDecidedByWhatIsKnownAtAsOf() throws {
    // At day 1 the close of day 3 is already counted, as is that an answer came later.
    let closed: [HistoryRow] = [.inbound(0), .closed(.days(3))]
    #expect(try sample(closed, excluding: [.done], at: .days(1)) == 0)
    let answered: [HistoryRow] = [.inbound(0), .reply(.days(2)), .closed(.days(3))]
    #expect(try sample(answered, excluding: [.done], at: .days(1)) == 1)
    var history = TestHistory(answered)
    history.policies[0].exclusions = [.done]
    #expect(try history.badge(at: .days(1)).answered == 0)
    #expect(try history.badge(at: .days(2)).answered == 1)
  }

  @Test func answerAfterTheDeadlineStillKeepsADoneOpenerIn() throws {
    var history = TestHistory([.inbound(0), .reply(30), .closed(40)])
    history.policies[0].replyDeadline = .minutes(10)
    #expect(try history.badge().sample == 1)
    #expect(try history.badge().answered == 0)
  }

  @Test func openerWhileAwayIsLeftOutWhateverTheReportSays() throws {
    let away = AwayCalendar(intervals: [instant(-5)..<instant(5)])
    #expect(try sample([.inbound(0), .reply(1)], excluding: [.away], away: away) == 0)
    #expect(try sample([.inbound(5), .reply(6)], excluding: [.away], away: away) == 1)
    #expect(try sample([.inbound(0), .reply(1)], excluding: [.spam], away: away) == 1)
  }

  @Test(
    arguments: [
      ([.reply(0), .inbound(.hours(24) - tick)], 0),
      ([.reply(0), .inbound(.hours(24))], 1),
      // Automated messages start nothing.
      ([.automatic(0), .inbound(5)], 1),
      ([.note(0), .inbound(5)], 1),
      // Of one instant the inbound message stands first.
      ([.reply(0), .inbound(0)], 1),
      // Only the first inbound message of a conversation can be an answer to its start.
      ([.reply(0), .inbound(1), .reply(.days(2)), .inbound(.days(3) + .minutes(1))], 1),
      ([.inbound(0), .reply(1), .inbound(.days(2))], 2),
    ] as [([HistoryRow], Int)])
  func openerThatFollowsTheStartByThePageIsLeftOut(rows: [HistoryRow], count: Int) throws {
    #expect(try sample(rows, excluding: [.pageStarted]) == count)
  }

  @Test func pageStartedIsMeasuredByThePolicysSilence() throws {
    let rows: [HistoryRow] = [.reply(0), .inbound(90)]
    #expect(try sample(rows, excluding: [.pageStarted], silence: .minutes(90)) == 1)
    #expect(try sample(rows, excluding: [.pageStarted], silence: .minutes(91)) == 0)
  }

  @Test func leftOutOpenersDoNotBeginTheWindow() throws {
    var history = TestHistory(asOf: .days(60))
    for _ in 0..<11 { history.add([.inbound(0), .reply(1)]) }
    history.add([.inbound(.days(31), status: .spam)])
    #expect(try history.badge().sample == 11)
  }
}
