import MessageHistory
import ResponseMetrics
import Testing

/// Who took over from whom: metrics.md, section 7.
@Suite struct HandoverTests {
  private func takers(_ replies: [Person]) -> Set<Person?> {
    let rows =
      [HistoryRow.inbound(0)]
      + replies.enumerated().map { .reply(.minutes(Int64($0) + 1), by: $1) }
    return Set(ConversationFacts(of: rows).handovers.map { Person(rawValue: $0) })
  }

  @Test(
    arguments: [
      ([], []),
      ([.anna], []),
      ([.anna, .anna], []),
      ([.anna, .ben], [.ben]),
      ([.anna, .ben, .anna], [.anna, .ben]),
      ([.anna, .ben, .anna, .ben, .anna], [.anna, .ben]),
      ([.anna, .ben, .cleo], [.ben, .cleo]),
      ([.anna, .nobody], []),
      ([.nobody, .anna], []),
      ([.anna, .nobody, .anna], []),
      ([.anna, .nobody, .ben], [.ben]),
    ] as [([Person], Set<Person?>)])
  func employeeTakesOverWhereAnotherRepliedBefore(replies: [Person], expected: Set<Person?>) {
    #expect(takers(replies) == expected)
  }

  @Test func exchangeCountsOnceForEachEmployee() {
    let history = TestHistory([
      .inbound(0), .reply(1, by: .anna), .reply(2, by: .ben), .reply(3, by: .anna),
      .reply(4, by: .ben),
    ])
    #expect(history.figures(of: .anna)?.counts.handovers == 1)
    #expect(history.figures(of: .ben)?.counts.handovers == 1)
  }

  @Test func nextExchangeBeginsAnew() {
    let history = TestHistory([
      .inbound(0), .reply(1, by: .anna),
      .inbound(.days(2)), .reply(.days(2) + .minutes(1), by: .ben),
      .inbound(.days(4)), .reply(.days(4) + .minutes(1), by: .anna),
      .reply(.days(4) + .minutes(2), by: .ben),
    ])
    #expect(history.figures(of: .anna)?.counts.handovers == 0)
    #expect(history.figures(of: .ben)?.counts.handovers == 1)
  }

  @Test func replyBeforeTheFirstOpenerIsPartOfNoExchange() {
    let history = TestHistory([.reply(0, by: .anna), .inbound(1), .reply(2, by: .ben)])
    #expect(history.figures(of: .ben)?.counts.handovers == 0)
  }

  @Test func exchangeOfAnExcludedOpenerHasNone() {
    let history = TestHistory([
      .inbound(0, status: .spam), .reply(1, by: .anna), .reply(2, by: .ben),
    ])
    #expect(history.figures(of: .ben)?.counts.handovers == 0)
  }

  @Test func handoverCountsInThePeriodOfTheOpener() {
    let rows: [HistoryRow] = [
      .inbound("2026-11-02T23:00"), .reply("2026-11-03T01:00", by: .anna),
      .reply("2026-11-03T02:00", by: .ben),
    ]
    let second = TestHistory(rows, from: "2026-11-02T00:00", to: "2026-11-03T00:00")
    // Ben has no message in this period, but the handover gives him a row.
    #expect(second.figures(of: .ben)?.counts.handovers == 1)
    #expect(second.figures(of: .ben)?.counts.messages == 0)
    let third = TestHistory(rows, from: "2026-11-03T00:00", to: "2026-11-04T00:00")
    #expect(third.figures(of: .ben)?.counts.handovers == 0)
  }
}
