import MessageHistory
import ResponseMetrics
import Testing

/// Who waits at as-of: metrics.md, section 8.
@Suite struct WaitingListTests {
  @Test func conversationWaitsFromTheFirstMessageOfItsUnfinishedTurn() throws {
    let history = TestHistory(
      [.inbound(0), .reply(1), .inbound(10).assigned(to: .ben), .inbound(20)],
      asOf: .minutes(70))
    let waiting = try #require(history.tally().waiting.first)
    #expect(waiting.since == instant(10))
    #expect(waiting.wait == .minutes(60))
    #expect(waiting.assignee == Person.ben.rawValue)
    #expect(waiting.officeWait == nil)
  }

  @Test func openerThatNobodyAnsweredNoLongerCountsOnceTheNextOneCame() {
    let history = TestHistory([.inbound(0), .inbound(.days(2))], asOf: .days(3))
    #expect(history.tally().waiting.map(\.wait) == [.days(1)])
  }

  @Test(
    arguments: [
      ([.inbound(0)], 1),
      ([.inbound(0), .automatic(1), .note(2)], 1),
      ([.inbound(0, status: .open)], 1),
      ([.inbound(0, status: .pending)], 1),
      ([.inbound(0), .reply(1)], 0),
      ([.reply(0)], 0),
      ([.inbound(0, status: .spam)], 0),
      ([.inbound(0), .closed(1)], 0),
      ([.inbound(0), .closed(1), .reopened(2)], 1),
    ] as [([HistoryRow], Int)])
  func conversationWaitsWhoseNewestVisibleMessageIsInbound(rows: [HistoryRow], count: Int) {
    #expect(TestHistory(rows).tally().waiting.count == count)
  }

  @Test func waitingListIsNotBoundToThePeriod() {
    var history = TestHistory([.inbound("2026-10-01T00:00")])
    #expect(history.tally().waiting.count == 1)
    history.period = nil
    #expect(history.tally().waiting.count == 1)
  }

  @Test func openerWhileAwayWaitsToo() {
    var history = TestHistory([.inbound(0)])
    history.away = [AwayCalendar(intervals: [instant(-10)..<instant(10)])]
    #expect(history.openers.excludedAway == 1)
    #expect(history.tally().waiting.count == 1)
  }
}
