import MessageHistory
import ResponseMetrics
import Testing

/// Volumes and counts of rows kept: metrics.md, section 8.
@Suite struct VolumeTests {
  @Test func messagesAreCountedByTheirInstants() {
    let history = TestHistory(
      [
        .inbound("2026-11-02T23:59:59.999"), .inbound("2026-11-03T00:00"),
        .reply("2026-11-03T01:00"), .reply("2026-11-03T02:00"), .automatic("2026-11-03T03:00"),
        .note("2026-11-03T04:00"), .event("2026-11-03T05:00"), .automatic("2026-11-04T00:00"),
      ], from: "2026-11-03T00:00", to: "2026-11-04T00:00")
    #expect(history.counts.inbound == 1)
    #expect(history.counts.outboundHuman == 2)
    #expect(history.counts.outboundAutomated == 1)
    #expect(history.counts.notes == 1)
    #expect(history.counts.conversations == 1)
  }

  @Test(
    arguments: [
      ([.inbound(0)], 1), ([.reply(0)], 1), ([.automatic(0)], 1), ([.note(0)], 0),
      ([.closed(0), .note(1)], 0),
    ] as [([HistoryRow], Int)])
  func conversationCountsWhereItHasAMessage(rows: [HistoryRow], conversations: Int) {
    #expect(TestHistory(rows).counts.conversations == conversations)
  }

  @Test func spamConversationsAreIncluded() {
    let counts = TestHistory([.inbound(0, status: .spam), .reply(1), .automatic(2)]).counts
    #expect(counts.inbound == 1 && counts.outboundHuman == 1 && counts.outboundAutomated == 1)
    #expect(counts.conversations == 1 && counts.newContacts == 1)
  }

  @Test func slicesAddUpToPagesAndTotals() {
    var history = TestHistory([.inbound(0), .reply(1)])
    history.channels = [.init(page: 0), .init(page: 0), .init(page: 1)]
    history.officeHours = [nil, nil]
    history.away = [.never, .never]
    history.add([.inbound(0), .inbound(1)], slice: 1)
    history.add([.inbound(0), .inbound(1), .inbound(2)], slice: 2)
    let summary = history.summary()
    #expect(summary.slices.map(\.counts.inbound) == [1, 2, 3])
    #expect(summary.pages.map(\.counts.inbound) == [3, 3])
    #expect(summary.total.counts.inbound == 6)
    #expect(summary.pages.map(\.openers.openers) == [2, 1])
  }

  @Test func unchosenChannelFeedsOnlyTheCountsOfAllData() {
    var history = TestHistory([.inbound(5), .reply(6)])
    history.channels = [.init(page: 0), .init(page: 0, isChosen: false)]
    history.add([.inbound(0).assigned(to: .ben), .reply(1), .closed(2), .inbound(9)], slice: 1)
    let summary = history.summary()
    #expect(summary.total.counts.inbound == 1)
    #expect(summary.total.openers.openers == 1)
    #expect(summary.total.reply.count == 1)
    #expect(summary.total.resolution?.count == 0)
    #expect(summary.tally.waiting.isEmpty)
    #expect(summary.tally.listing.conversations.count == 1)
    #expect(summary.tally.kept.messages == 5)
    #expect(summary.tally.kept.hasAssignee && summary.tally.kept.hasClosedEvent)
    #expect(summary.tally.kept.oldest == instant(0))
  }

  @Test func unchosenPageIsNeitherAddedUpNorListed() {
    var history = TestHistory([.inbound(5), .reply(6)])
    history.channels = [.init(page: 0), .init(page: 1)]
    history.officeHours = [nil, nil]
    history.away = [.never, .never]
    history.isPageChosen = [true, false]
    history.add([.inbound(0).assigned(to: .ben), .reply(1, by: .cleo), .inbound(9)], slice: 1)
    let summary = history.summary()
    #expect(summary.total.counts.inbound == 1)
    #expect(summary.total.openers.openers == 1)
    #expect(summary.total.reply.count == 1)
    #expect(summary.heatMap.last?[9].openers == 1)
    #expect(summary.ruleSets(onPage: nil).map(\.count) == [1, 1, 1, 1])
    #expect(summary.employees(onPage: nil).map(\.employee) == [Person.anna.rawValue])
    #expect(summary.tally.waiting.isEmpty)
    #expect(summary.tally.listing.conversations.count == 1)
    #expect(summary.tally.listing.openers.count == 1)
    // Peers are ranked among all pages, so it keeps figures of its own.
    #expect(summary.pages.map(\.openers.openers) == [1, 1])
  }

  // MARK: Rows kept

  @Test func rowsLaterThanAsOfAreSetAside() {
    let rows: [HistoryRow] = [
      .inbound(0), .reply(1, by: .nobody), .reply(2), .note(3), .event(4), .reply(5),
    ]
    let kept = TestHistory(rows, [.inbound(9), .reply(10)], asOf: .minutes(4)).tally().kept
    #expect(kept.messages == 3)
    #expect(kept.notes == 1)
    #expect(kept.events == 1)
    #expect(kept.afterAsOf == 3)
    #expect(kept.outboundHuman == 2)
    #expect(kept.outboundHumanWithEmployee == 1)
    #expect(kept.oldest == instant(0))
    #expect(kept.newest == instant(4))
  }

  @Test func rowAtAsOfCounts() {
    let rows: [HistoryRow] = [.inbound(0), .reply(4)]
    #expect(TestHistory(rows, asOf: .minutes(4)).openers.answered == 1)
    #expect(TestHistory(rows, asOf: .minutes(4) - tick).openers.answered == 0)
  }

  @Test func rowsBeforeThePeriodAreKept() {
    let kept = TestHistory([.inbound("2026-10-01T00:00")]).tally().kept
    #expect(kept.messages == 1)
    #expect(kept.oldest == instant("2026-10-01T00:00"))
  }
}
