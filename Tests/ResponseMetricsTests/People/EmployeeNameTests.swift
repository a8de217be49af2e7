import MessageHistory
import ResponseMetrics
import Testing

/// Which of an employee's names is shown: metrics.md, section 7.
@Suite struct EmployeeNameTests {
  private func names(_ history: TestHistory) -> [UInt32] {
    history.tally().names.names(of: Person.anna.rawValue).sorted()
  }

  @Test func newestNameIsKept() {
    #expect(names(TestHistory([.reply(5).named(1), .reply(9).named(2)])) == [2])
    #expect(names(TestHistory([.reply(9).named(2)], [.reply(5).named(1)])) == [2])
    #expect(names(TestHistory([.reply(5).named(1)], [.reply(9).named(2)])) == [2])
  }

  @Test func messageWithoutANameSaysNothing() {
    #expect(names(TestHistory([.reply(5).named(1), .reply(9)])) == [1])
    #expect(names(TestHistory([.reply(5)])) == [])
  }

  @Test func namesOfOneInstantAreAllKeptUntilTheirTextsDecide() {
    let history = TestHistory(
      [.reply(5).named(2)], [.reply(5).named(1), .reply(5).named(2)])
    #expect(names(history) == [1, 2])
  }

  @Test func namesCountOverAllPagesAndOutsideThePeriod() {
    var history = TestHistory([.reply("2026-10-01T00:00").named(1)])
    history.channels.append(.init(page: 1, isChosen: false))
    history.officeHours = [nil, nil]
    history.away = [.never, .never]
    #expect(names(history) == [1])
    history.add([.reply("2026-10-02T00:00").named(2)], slice: 1)
    #expect(names(history) == [2])
  }
}
