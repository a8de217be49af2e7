import MessageHistory
import ResponseMetrics
import Testing

/// Other programs' ways of counting: rules.csv.
@Suite struct RuleSetTests {
  private func figures(_ rules: RuleSet, _ history: TestHistory) throws -> RuleSetFigures {
    try #require(history.summary().ruleSets(onPage: nil).first { $0.rules == rules })
  }

  @Test func ownRulesAreTheSummarys() throws {
    let history = TestHistory([.inbound(0), .reply(4)], [.inbound(0)])
    let ours = try figures(.replymeter, history)
    #expect(ours.count == 2)
    #expect(ours.responseRate == Fraction(1, over: 2))
    #expect(ours.times == history.openers.firstResponse)
  }

  @Test(
    arguments: [
      // From the first message of any kind but notes to the first human reply.
      ([.inbound(0), .automatic(1), .reply(4)], 1, 240_000),
      ([.note(0), .inbound(1), .reply(4)], 1, 180_000),
      ([.closed(0), .inbound(1), .reply(4)], 1, 180_000),
      ([.automatic(0), .inbound(2), .reply(4)], 1, 240_000),
      // Started by a person of the business: it has its reply at once.
      ([.reply(0), .inbound(2), .reply(4)], 1, 0),
      // Later questions do not count.
      ([.inbound(0), .reply(1), .inbound(.days(2)), .reply(.days(3))], 1, 60_000),
      ([.inbound(0), .automatic(1)], 1, nil),
      ([.note(0)], 0, nil),
    ] as [([HistoryRow], Int, Int64?)])
  func firstReplyEverCountsAConversationOnce(
    rows: [HistoryRow], count: Int, time: Int64?
  ) throws {
    let figures = try figures(.firstReplyEver, TestHistory(rows))
    #expect(figures.count == count)
    #expect(figures.times.count == (time == nil ? 0 : 1))
    #expect(figures.times.least == time)
  }

  @Test func firstReplyEverIsCountedInThePeriodOfTheFirstMessage() throws {
    let rows: [HistoryRow] = [.inbound("2026-10-31T23:59"), .reply("2026-11-01T01:00")]
    #expect(try figures(.firstReplyEver, TestHistory(rows)).count == 0)
    let october = TestHistory(rows, from: "2026-10-01T00:00", to: "2026-11-01T00:00")
    #expect(try figures(.firstReplyEver, october).times.count == 1)
  }

  @Test func firstReplyEverHasTheRateOfAllConversations() throws {
    let history = TestHistory([.inbound(0), .reply(1)], [.inbound(0)], [.inbound(0)])
    #expect(try figures(.firstReplyEver, history).responseRate == Fraction(1, over: 3))
    #expect(try figures(.firstReplyEver, TestHistory()).responseRate == nil)
  }

  @Test func replyDatedCountsResponsesOfThePeriod() throws {
    let history = TestHistory(
      // The opener lies before the period.
      [.inbound("2026-11-02T23:00"), .reply("2026-11-03T00:00")],
      // The response lies after it.
      [.inbound("2026-11-03T23:00"), .reply("2026-11-04T00:00")],
      // Excluded.
      [.inbound("2026-11-03T01:00", status: .spam), .reply("2026-11-03T02:00")],
      from: "2026-11-03T00:00", to: "2026-11-04T00:00")
    let figures = try figures(.replyDated, history)
    #expect(figures.count == 1)
    #expect(figures.times.least == 3_600_000)
    #expect(figures.responseRate == nil)
  }

  @Test func lastMessageRunsFromTheLastInboundMessageBeforeTheReply() throws {
    let history = TestHistory(
      [.inbound("2026-11-02T23:00"), .inbound("2026-11-02T23:50"), .reply("2026-11-03T00:00")],
      [.inbound("2026-11-03T23:00"), .reply("2026-11-04T00:00")],
      from: "2026-11-03T00:00", to: "2026-11-04T00:00")
    let figures = try figures(.lastMessage, history)
    #expect(figures.count == 1)
    #expect(figures.times.least == 600_000)
    #expect(figures.responseRate == nil)
  }

  @Test func ruleSetsOfAPageAreItsOwn() {
    var history = TestHistory([.inbound(0), .reply(1)])
    history.channels.append(.init(page: 1))
    history.officeHours = [nil, nil]
    history.away = [.never, .never]
    history.add([.inbound(0), .reply(2)], slice: 1)
    let summary = history.summary()
    for page in [0, 1] {
      #expect(
        summary.ruleSets(onPage: page).map(\.times.least)
          == Array(repeating: Int64(page + 1) * 60_000, count: 4))
    }
    #expect(summary.ruleSets(onPage: nil).map(\.count) == [2, 2, 2, 2])
  }
}
