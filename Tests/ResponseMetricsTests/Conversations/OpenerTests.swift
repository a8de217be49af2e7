import MessageHistory
import ResponseMetrics
import Testing

/// Which inbound messages ask for a response: metrics.md, section 3.
@Suite struct OpenerTests {
  private func openers(_ rows: [HistoryRow], silence: Milliseconds = .hours(24)) -> [Instant] {
    ConversationFacts(of: rows, silence: silence).openers.map(\.instant)
  }

  @Test func firstInboundMessageIsAnOpener() {
    #expect(openers([.inbound(0)]) == [instant(0)])
  }

  @Test func conversationOfTheBusinessAloneHasNoOpener() {
    let facts = ConversationFacts(of: .reply(0), .automatic(1), .note(2), .closed(3))
    #expect(facts.openers.isEmpty)
    #expect(facts.turns.isEmpty)
    #expect(facts.outline.unfinishedTurn == nil)
  }

  @Test(arguments: [
    (pause: Milliseconds.hours(24), isOpener: true),
    (pause: .hours(24) - tick, isOpener: false),
    (pause: .hours(24) + tick, isOpener: true),
    (pause: .zero, isOpener: false),
  ])
  func pauseOfExactly24HoursMakesAnOpener(pause: Milliseconds, isOpener: Bool) {
    let second = Moment.start + pause
    let expected = isOpener ? [instant(0), second.instant] : [instant(0)]
    #expect(openers([.inbound(0), .inbound(second)]) == expected)
  }

  @Test(arguments: [
    (pause: Milliseconds.hours(2), isOpener: true),
    (pause: .hours(2) - tick, isOpener: false),
  ])
  func silenceCanBeSet(pause: Milliseconds, isOpener: Bool) {
    let found = openers([.inbound(0), .inbound(Moment.start + pause)], silence: .hours(2))
    #expect(found.count == (isOpener ? 2 : 1))
  }

  @Test func humanReplyBreaksTheSilence() {
    let rows: [HistoryRow] = [.inbound(0), .reply(.hours(20)), .inbound(.hours(43))]
    #expect(openers(rows) == [instant(0)])
  }

  @Test func pauseIsCountedFromTheVisibleMessageBefore() {
    let rows: [HistoryRow] = [.inbound(0), .reply(.hours(20)), .inbound(.hours(44))]
    #expect(openers(rows) == [instant(0), instant(.hours(44))])
  }

  @Test(arguments: [
    HistoryRow.automatic(.hours(12)), .note(.hours(12)), .event(.hours(12)),
    .closed(.hours(12)), .reopened(.hours(12)),
  ])
  func invisibleRowDoesNotBreakTheSilence(row: HistoryRow) {
    #expect(openers([.inbound(0), row, .inbound(.hours(24))]).count == 2)
  }

  @Test func conversationThatTheBusinessStartsHasItsOpenerAtTheFirstInboundMessage() {
    let facts = ConversationFacts(of: .reply(0), .inbound(3), .reply(5))
    #expect(facts.openers.map(\.instant) == [instant(3)])
    #expect(facts.openers.first?.isFirstInbound == true)
    #expect(facts.openers.first?.visibleBefore == instant(0))
    #expect(facts.openers.first?.firstResponseTime == .minutes(2))
  }

  @Test func laterOpenerIsNotTheFirstInbound() {
    let facts = ConversationFacts(of: .inbound(0), .reply(1), .inbound(.days(2)))
    #expect(facts.openers.map(\.isFirstInbound) == [true, false])
    #expect(facts.openers.map(\.visibleBefore) == [nil, instant(1)])
  }

  @Test func messagesOfOneInstantAreReadInboundFirst() {
    // The reply of the same instant is read after the question, so it answers in no time.
    let facts = ConversationFacts(of: .automatic(0), .reply(0), .inbound(0))
    #expect(facts.openers.map(\.firstResponseTime) == [.zero])
    #expect(facts.openers.first?.visibleBefore == nil)
    #expect(facts.openers.first?.isFirstOutboundAutomated == false)
  }

  @Test func openerOfThePeriodIsCountedByItsInstant() {
    // Half-open: the first instant of the period counts, the last one does not.
    for (moment, openers) in [
      ("2026-11-03T00:00", 1), ("2026-11-02T23:59:59.999", 0), ("2026-11-03T23:59:59.999", 1),
      ("2026-11-04T00:00", 0),
    ] as [(Moment, Int)] {
      let history = TestHistory(
        [.inbound(moment)], from: "2026-11-03T00:00", to: "2026-11-04T00:00")
      #expect(history.openers.openers == openers, "\(moment)")
    }
  }

  @Test func historyWithoutPeriodCountsNothing() {
    var history = TestHistory([.inbound(0), .reply(1)])
    history.period = nil
    let summary = history.summary()
    #expect(summary.total.openers == .none)
    #expect(summary.total.counts == SliceCounts())
    #expect(summary.employees(onPage: nil).isEmpty)
  }
}
