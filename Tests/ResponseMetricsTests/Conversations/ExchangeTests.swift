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

  @Test func walkForgetsTheConversationBefore() {
    var walk = ConversationWalk(silence: .hours(24))
    let first: [HistoryRow] = [
      .inbound(0, status: .spam, from: .id(7)).assigned(to: .ben), .automatic(1), .inbound(2),
      .reply(3).rated(4_000_000), .closed(4), .inbound(5),
    ]
    first.withConversation(number: 0, slice: 0) { walk.walk($0) }
    let second: [HistoryRow] = [.automatic(9), .inbound(10)]
    second.withConversation(number: 1, slice: 0) { walk.walk($0) }
    let facts = walk.facts
    #expect(facts.openers.count == 1)
    #expect(facts.openers.first?.isFirstInbound == true)
    #expect(facts.openers.first?.visibleBefore == nil)
    #expect(facts.openers.first?.assignee == 0)
    #expect(facts.openers.first?.isFirstOutboundAutomated == false)
    #expect(facts.openers.first?.isHandledByAutomation == false)
    #expect(facts.messages.count == 2)
    #expect(facts.status == .none)
    #expect(facts.rating == nil)
    #expect(facts.turns.isEmpty)
    #expect(facts.resolutions.isEmpty)
    #expect(facts.contact.rank == .none)
    #expect(facts.hasAssignee == false)
    #expect(facts.unfinishedTurn?.start == instant(10))
  }
}
