import MessageHistory
import ResponseMetrics
import Testing

/// Turns and reply times: metrics.md, sections 1 and 5.
@Suite struct ReplyTurnTests {
  private func replyTimes(_ rows: [HistoryRow]) -> [Milliseconds] {
    ConversationFacts(of: rows).turns.map(\.replyTime)
  }

  @Test func turnRunsFromTheFirstMessageOfARunOfInboundOnes() {
    #expect(replyTimes([.inbound(0), .inbound(4), .reply(10)]) == [.minutes(10)])
  }

  @Test func replyEndsATurnAndTheNextInboundMessageBeginsOne() {
    let rows: [HistoryRow] = [.inbound(0), .reply(10), .inbound(12), .inbound(13), .reply(15)]
    #expect(replyTimes(rows) == [.minutes(10), .minutes(3)])
  }

  @Test func secondReplyEndsNoTurn() {
    #expect(replyTimes([.inbound(0), .reply(10), .reply(20)]) == [.minutes(10)])
  }

  @Test func openerBeginsANewTurnEvenWhereNobodyReplied() {
    let rows: [HistoryRow] = [.inbound(0), .inbound(.hours(24)), .reply(.hours(25))]
    #expect(replyTimes(rows) == [.hours(1)])
  }

  @Test func invisibleRowsDoNotEndATurn() {
    let rows: [HistoryRow] = [.inbound(0), .automatic(1), .note(2), .closed(3), .reply(4)]
    #expect(replyTimes(rows) == [.minutes(4)])
  }

  @Test func turnKnowsItsLastInboundMessageAndWhoEndedIt() throws {
    let facts = ConversationFacts(of: .inbound(0), .inbound(4), .reply(10, by: .cleo))
    let turn = try #require(facts.turns.first)
    #expect(turn.lastInbound == instant(4))
    #expect(turn.reply == instant(10))
    #expect(turn.employee == Person.cleo.rawValue)
  }

  @Test func unansweredTurnIsUnfinished() {
    let facts = ConversationFacts(of: .inbound(0), .reply(1), .inbound(2), .inbound(3), .note(4))
    #expect(facts.turns.count == 1)
    #expect(facts.outline.unfinishedTurn?.start == instant(2))
    #expect(facts.outline.unfinishedTurn?.lastInbound == instant(3))
  }

  @Test func answeredTurnIsNotUnfinished() {
    #expect(ConversationFacts(of: .inbound(0), .reply(1)).outline.unfinishedTurn == nil)
  }

  @Test func turnIsCountedInThePeriodOfItsFirstMessage() {
    var history = TestHistory(
      [.inbound("2026-11-02T23:59"), .reply("2026-11-03T00:02")],
      [.inbound("2026-11-03T23:50"), .reply("2026-11-04T00:00")],
      from: "2026-11-03T00:00", to: "2026-11-04T00:00")
    #expect(history.summary().total.reply.count == 1)
    #expect(history.summary().total.reply.mean == Fraction(600_000))
    history.period = instant("2026-11-02T00:00")..<instant("2026-11-03T00:00")
    #expect(history.summary().total.reply.mean == Fraction(180_000))
  }

  @Test func turnOfAnExcludedOpenerCounts() {
    let history = TestHistory(
      [.inbound(0), .reply(2, status: .done)], exclusions: ExclusionRules(done: .all))
    #expect(history.openers.excludedDone == 1)
    #expect(history.summary().total.reply.count == 1)
  }

  @Test func turnOfASpamConversationDoesNotCount() {
    let history = TestHistory([.inbound(0), .reply(2), .inbound(5, status: .spam)])
    #expect(history.summary().total.reply.count == 0)
    #expect(history.figures(of: .anna)?.reply.count == 0)
  }
}
