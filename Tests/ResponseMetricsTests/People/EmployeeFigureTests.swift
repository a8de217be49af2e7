import MessageHistory
import ResponseMetrics
import Testing

/// The figures of employees: metrics.md, section 7.
@Suite struct EmployeeFigureTests {
  private func people(_ history: TestHistory, page: Int? = nil) -> Set<Person?> {
    Set(history.summary().employees(onPage: page).map { Person(rawValue: $0.employee) })
  }

  @Test func firstResponseIsCreditedToItsSender() throws {
    let history = TestHistory(
      [.inbound(0), .reply(4, by: .ben), .reply(5, by: .anna)], [.inbound(0), .reply(6, by: .ben)],
      [.inbound(0), .reply(1, by: .anna)])
    let ben = try #require(history.figures(of: .ben))
    #expect(ben.responses == 2)
    #expect(ben.firstResponse.mean == Fraction(300_000))
    #expect(ben.share == Fraction(2, over: 3))
    #expect(ben.pageAnswered == 3)
    #expect(history.figures(of: .anna)?.responses == 1)
  }

  @Test func responsesOfExcludedOpenersDoNotCount() throws {
    let history = TestHistory([.inbound(0, status: .spam), .reply(4)])
    let anna = try #require(history.figures(of: .anna))
    #expect(anna.responses == 0)
    #expect(anna.share == nil)
    #expect(anna.counts.messages == 1)
  }

  @Test func replyTimesAreThoseOfTurnsThatTheEmployeeEnded() {
    let history = TestHistory([
      .inbound(0), .reply(2, by: .ben), .inbound(10), .reply(14, by: .anna), .reply(15, by: .ben),
    ])
    #expect(history.figures(of: .ben)?.reply.mean == Fraction(120_000))
    #expect(history.figures(of: .anna)?.reply.mean == Fraction(240_000))
    #expect(history.figures(of: .anna)?.responses == 0)
  }

  @Test func messagesAndConversationsAreOfThePeriod() throws {
    let history = TestHistory(
      [
        .inbound("2026-11-02T10:00"), .reply("2026-11-02T11:00"), .reply("2026-11-03T10:00"),
        .reply("2026-11-03T11:00"), .reply("2026-11-04T00:00"),
      ],
      [.reply("2026-11-03T12:00")], [.reply("2026-11-04T12:00")],
      from: "2026-11-03T00:00", to: "2026-11-04T00:00")
    let anna = try #require(history.figures(of: .anna))
    #expect(anna.counts.messages == 3)
    #expect(anna.counts.conversations == 2)
    #expect(anna.activeDays == 1)
  }

  @Test func activeDaysOfManyYearsAreAllCounted() {
    let history = TestHistory(
      [.reply("2001-03-04T05:00"), .reply("2001-03-04T06:00"), .reply("2026-11-02T00:00")],
      [.reply("2001-03-05T00:00"), .reply("2026-11-02T08:00"), .reply("2026-11-03T00:00")],
      from: "2000-01-01T00:00")
    #expect(history.figures(of: .anna)?.activeDays == 4)
  }

  @Test func activeDaysAreLocalDates() {
    // In a zone an hour east of UTC 22:59 and 23:00 lie on two dates.
    let rows: [HistoryRow] = [.reply("2026-11-02T22:59"), .reply("2026-11-02T23:00")]
    var history = TestHistory(rows)
    #expect(history.figures(of: .anna)?.activeDays == 1)
    history.clock = LocalClock(name: "East", initialOffset: 3_600)
    #expect(history.figures(of: .anna)?.activeDays == 2)
  }

  @Test func dayOfSeveralConversationsIsOne() {
    let history = TestHistory(
      [.reply("2026-11-02T10:00")], [.reply("2026-11-02T11:00")], [.reply("2026-11-20T10:00")],
      [.reply("2026-11-10T10:00")])
    #expect(history.figures(of: .anna)?.activeDays == 3)
  }

  @Test(
    arguments: [
      // A response, a turn and a message.
      ([.inbound(0), .reply(1, by: .ben)], [.ben]),
      // A message alone.
      ([.reply(0, by: .ben)], [.ben]),
      // An assigned opener alone.
      ([.inbound(0).assigned(to: .cleo)], [.cleo]),
      // An assignment without an opener is nothing.
      ([.inbound(0), .assigned(1, to: .cleo)], []),
      // Unattributed messages have a row of their own.
      ([.inbound(0), .reply(1, by: .nobody)], [.nobody]),
      ([.inbound(0), .automatic(1)], []),
    ] as [([HistoryRow], Set<Person?>)])
  func employeeHasARowWhereThereIsAnythingToCount(rows: [HistoryRow], expected: Set<Person?>) {
    #expect(people(TestHistory(rows)) == expected)
  }

  @Test func responseAfterThePeriodGivesARow() {
    let history = TestHistory(
      [.inbound("2026-11-02T23:00"), .reply("2026-11-03T01:00")],
      from: "2026-11-02T00:00", to: "2026-11-03T00:00")
    #expect(history.figures(of: .anna)?.responses == 1)
    #expect(history.figures(of: .anna)?.reply.count == 1)
    #expect(history.figures(of: .anna)?.counts.messages == 0)
  }

  @Test func employeeHasFiguresForEachPageAndForAll() {
    var history = TestHistory([.inbound(0), .reply(1), .reply(2)])
    history.channels.append(.init(page: 1))
    history.officeHours = [nil, nil]
    history.away = [.never, .never]
    history.add([.inbound(0), .reply(3)], slice: 1)
    history.add([.inbound(0), .reply(5, by: .ben)], slice: 1)
    let summary = history.summary()
    #expect(people(history, page: 0) == [.anna])
    #expect(people(history, page: 1) == [.anna, .ben])
    #expect(summary.employees(onPage: 0).map(\.counts.messages) == [2])
    #expect(history.figures(of: .anna)?.counts.messages == 3)
    #expect(history.figures(of: .anna)?.counts.conversations == 2)
    #expect(history.figures(of: .anna)?.activeDays == 1)
    #expect(history.figures(of: .anna)?.share == Fraction(2, over: 3))
  }
}
