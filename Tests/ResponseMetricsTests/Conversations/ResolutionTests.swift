import MessageHistory
import ResponseMetrics
import Testing

/// Closes, what they resolve, and reopenings: metrics.md, section 8.
@Suite struct ResolutionTests {
  private func resolutions(_ rows: [HistoryRow]) -> [Milliseconds?] {
    ConversationFacts(of: rows).resolutions.map { resolution in
      resolution.opener.map { resolution.close - $0 }
    }
  }

  @Test func resolutionRunsFromTheFirstOpenerToTheClose() {
    #expect(resolutions([.inbound(0), .reply(5), .inbound(7), .closed(30)]) == [.minutes(30)])
  }

  @Test func resolutionRunsFromTheFirstOfSeveralOpeners() {
    #expect(resolutions([.inbound(0), .inbound(.days(2)), .closed(.days(3))]) == [.days(3)])
  }

  @Test func secondCloseRunsFromTheFirstOpenerAfterTheFirst() {
    let rows: [HistoryRow] = [
      .inbound(0), .closed(10), .inbound(.days(2)), .inbound(.days(4)), .closed(.days(5)),
    ]
    #expect(resolutions(rows) == [.minutes(10), .days(3)])
  }

  @Test func closeWithoutAnOpenerSinceTheLastOneGivesNone() {
    // The message at minute 12 is no opener: it follows within 24 hours.
    #expect(
      resolutions([.inbound(0), .closed(10), .inbound(12), .closed(20)]) == [.minutes(10), nil])
    #expect(resolutions([.reply(0), .closed(1)]) == [nil])
  }

  @Test func openerOfTheInstantOfTheCloseStandsBeforeIt() {
    #expect(resolutions([.closed(0), .inbound(0)]) == [.zero])
  }

  @Test func excludedOpenerCounts() {
    // Unanswered and done: excluded from the rate, not from resolution.
    let history = TestHistory([.inbound(0), .closed(30)])
    #expect(history.openers.excludedDone == 1)
    #expect(history.summary().total.resolution?.mean == Fraction(1_800_000))
  }

  @Test func resolutionCountsInThePeriodOfTheClose() {
    let rows: [HistoryRow] = [.inbound("2026-11-02T12:00"), .closed("2026-11-03T12:00")]
    let second = TestHistory(rows, from: "2026-11-02T00:00", to: "2026-11-03T00:00")
    #expect(second.summary().total.resolution?.count == 0)
    let third = TestHistory(rows, from: "2026-11-03T00:00", to: "2026-11-04T00:00")
    #expect(third.summary().total.resolution?.count == 1)
  }

  @Test func resolutionIsUndefinedWithoutAnyClosedEvent() {
    #expect(TestHistory([.inbound(0), .reopened(1)]).summary().total.resolution == nil)
  }

  @Test func closedEventAnywhereDefinesResolutionForEveryPage() {
    var history = TestHistory([.inbound(0)])
    history.channels = [.init(page: 0), .init(page: 1)]
    history.officeHours = [nil, nil]
    history.away = [.never, .never]
    history.add([.reply(0), .closed(1)], slice: 1)
    #expect(history.summary().pages.map { $0.resolution?.count } == [0, 0])
  }

  @Test func reopeningsAreCountedByTheirInstants() {
    let history = TestHistory(
      [.inbound("2026-11-02T12:00"), .reopened("2026-11-03T00:00"), .reopened("2026-11-04T00:00")],
      from: "2026-11-03T00:00", to: "2026-11-04T00:00")
    #expect(history.counts.reopenings == 1)
  }

  @Test func spamConversationCountsInNeither() {
    let history = TestHistory(
      [.inbound(0), .closed(1), .reopened(2), .note(3, status: .spam)])
    #expect(history.summary().total.resolution?.count == 0)
    #expect(history.counts.reopenings == 0)
  }
}
