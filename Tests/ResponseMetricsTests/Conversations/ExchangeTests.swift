import MessageHistory
import ResponseMetrics
import Testing

/// Which reply answers which opener: metrics.md, sections 1 and 3.
@Suite struct ExchangeTests {
  @Test func firstHumanReplyIsTheFirstResponse() {
    let facts = ConversationFacts(of: .inbound(0), .reply(7, by: .ben), .reply(9, by: .anna))
    #expect(facts.openers.map(\.firstResponseTime) == [.minutes(7)])
    #expect(facts.openers.first?.response?.employee == Person.ben.rawValue)
    #expect(facts.openers.first?.response?.row == 1)
  }

  @Test func responseTimeRunsFromTheOpenerNotFromLaterMessages() {
    let facts = ConversationFacts(of: .inbound(0), .inbound(5), .inbound(8), .reply(10))
    #expect(facts.openers.map(\.firstResponseTime) == [.minutes(10)])
  }

  @Test(arguments: [HistoryRow.automatic(2), .note(2), .closed(2), .event(2)])
  func invisibleRowIsNoResponse(row: HistoryRow) {
    #expect(ConversationFacts(of: .inbound(0), row).openers.map(\.firstResponseTime) == [nil])
  }

  @Test func replyBeforeTheOpenerIsNoResponse() {
    let facts = ConversationFacts(of: .reply(0), .inbound(1))
    #expect(facts.openers.map(\.firstResponseTime) == [nil])
  }

  @Test func lateReplyBelongsToTheNextExchange() {
    let facts = ConversationFacts(
      of: .inbound(0), .inbound(.hours(30)), .reply(.hours(31)))
    #expect(facts.openers.map(\.firstResponseTime) == [nil, .hours(1)])
    #expect(facts.openers.map(\.nextOpener) == [instant(.hours(30)), nil])
  }

  @Test func replyAfterDaysStillAnswersAnExchangeThatNoOpenerEnded() {
    let facts = ConversationFacts(of: .inbound(0), .reply(.days(9)))
    #expect(facts.openers.map(\.firstResponseTime) == [.days(9)])
  }

  @Test func eachExchangeHasItsOwnResponse() {
    let facts = ConversationFacts(
      of: .inbound(0), .reply(1), .inbound(.days(1) + .minutes(1)),
      .reply(.days(1) + .minutes(4)))
    #expect(facts.openers.map(\.firstResponseTime) == [.minutes(1), .minutes(3)])
  }

  @Test func walkForgetsTheConversationBefore() throws {
    let history = TestHistory(
      [
        .inbound(0, status: .spam, from: .id(7)).assigned(to: .ben), .automatic(1), .inbound(2),
        .reply(3).rated(4_000_000), .closed(4), .inbound(5),
      ],
      [.automatic(9), .inbound(10)])
    let alone = history.tally(of: [1], by: history.rules)
    let after = history.tally(of: [0, 1], by: history.rules)
    let opener = try #require(after.listing.openers.last)
    #expect("\(opener)" == "\(try #require(alone.listing.openers.last))")
    #expect(opener.outcome == .missed)
    var conversation = try #require(after.listing.conversations.last)
    #expect(conversation.employees.isEmpty)
    conversation.employees = 0..<0
    #expect("\(conversation)" == "\(try #require(alone.listing.conversations.last))")
    let waiting = try #require(after.waiting.last)
    #expect("\(waiting)" == "\(try #require(alone.waiting.last))")
    #expect(waiting.since == instant(10))
    #expect(waiting.assignee == 0)
  }
}
