import MessageHistory
import ResponseMetrics
import Testing

/// A conversation's newest status: metrics.md, section 4.
@Suite struct StatusTests {
  @Test(
    arguments: [
      ([.inbound(0)], .none),
      ([.inbound(0, status: .open), .reply(1)], .open),
      ([.inbound(0, status: .spam), .reply(1, status: .pending)], .pending),
      ([.inbound(0), .closed(1)], .done),
      ([.inbound(0), .closed(1), .reopened(2)], .open),
      ([.inbound(0), .event(1, .closed, status: .pending)], .pending),
      ([.inbound(0), .event(1, .reopened, status: .spam)], .spam),
      ([.inbound(0), .note(1, status: .done)], .done),
      ([.closed(0), .inbound(1), .unassigned(2)], .done),
      ([.closed(0), .inbound(0, status: .open)], .done),
    ] as [([HistoryRow], ConversationStatus)])
  func newestStatusIsThatOfTheLastRowThatHasOne(
    rows: [HistoryRow], status: ConversationStatus
  ) {
    #expect(ConversationFacts(of: rows).outline.status == status)
  }
}
