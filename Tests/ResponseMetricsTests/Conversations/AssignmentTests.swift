import MessageHistory
import ResponseMetrics
import Testing

/// Assignees and assigned openers: metrics.md, section 7.
@Suite struct AssignmentTests {
  private func assignees(_ rows: [HistoryRow]) -> [Person?] {
    ConversationFacts(of: rows).openers.map { Person(rawValue: $0.assignee) }
  }

  @Test(
    arguments: [
      // Nobody was assigned.
      ([.inbound(0)], [.nobody]),
      // The row's own cell counts.
      ([.inbound(0).assigned(to: .ben)], [.ben]),
      ([.assigned(0, to: .anna), .inbound(1)], [.anna]),
      ([.assigned(0, to: .anna), .inbound(1).assigned(to: .ben)], [.ben]),
      // An empty cell says nothing.
      ([.assigned(0, to: .anna), .note(1), .inbound(2)], [.anna]),
      // Events of the opener's instant stand after it, and count.
      ([.inbound(0), .assigned(0, to: .cleo)], [.cleo]),
      ([.inbound(0), .assigned(0, to: .cleo), .assigned(0, to: .ben)], [.ben]),
      ([.inbound(0).assigned(to: .ben), .unassigned(0)], [.nobody]),
      // A millisecond later is too late.
      ([.inbound(0), .assigned(Moment.start + tick, to: .cleo)], [.nobody]),
      // `unassigned` clears the assignee, whatever its own cell says.
      ([.assigned(0, to: .anna), .unassigned(1), .inbound(2)], [.nobody]),
      ([.assigned(0, to: .anna), .unassigned(1).assigned(to: .ben), .inbound(2)], [.nobody]),
      // Each opener by its own instant.
      (
        [.inbound(0), .assigned(1, to: .anna), .inbound(.days(2)), .assigned(.days(2), to: .ben)],
        [.nobody, .ben]
      ),
    ] as [([HistoryRow], [Person?])])
  func openerBelongsToTheNewestAssigneeAtItsInstant(rows: [HistoryRow], expected: [Person?]) {
    #expect(assignees(rows) == expected)
  }

  @Test func assignedOpenersCountWhoeverAnsweredThem() throws {
    let history = TestHistory(
      [.inbound(0).assigned(to: .ben), .reply(1, by: .anna)],
      [.inbound(0).assigned(to: .ben)])
    let ben = try #require(history.figures(of: .ben))
    #expect(ben.assigned == 2)
    #expect(ben.assignedResponseRate == Fraction(1, over: 2))
    #expect(ben.responses == 0)
    let anna = try #require(history.figures(of: .anna))
    #expect(anna.assigned == 0)
    #expect(anna.assignedResponseRate == nil)
  }

  @Test func excludedOpenerIsAssignedToNobody() {
    let history = TestHistory([.inbound(0, status: .spam).assigned(to: .ben)])
    #expect(history.figures(of: .ben) == nil)
  }

  @Test func openerWithoutAssigneeIsNobodys() {
    let history = TestHistory([.inbound(0)], [.inbound(0).assigned(to: .ben)])
    #expect(history.figures(of: .nobody) == nil)
    #expect(history.figures(of: .ben)?.assigned == 1)
  }

  @Test func assignedIsUndefinedWhereNoRowHasAnAssignee() throws {
    let anna = try #require(TestHistory([.inbound(0), .reply(1)]).figures(of: .anna))
    #expect(anna.assigned == nil)
  }

  @Test func assigneeAnywhereInTheDataDefinesAssignedEverywhere() {
    var history = TestHistory([.inbound(0), .reply(1)])
    history.channels.append(.init(page: 1, isChosen: false))
    history.officeHours.append(nil)
    history.away.append(.never)
    history.add([.assigned(0, to: .ben)], slice: 1)
    #expect(history.figures(of: .anna)?.assigned == 0)
  }

  @Test func waitingConversationHasTheNewestAssigneeOfAll() {
    let facts = ConversationFacts(
      of: .inbound(0).assigned(to: .ben), .inbound(1), .assigned(2, to: .cleo))
    #expect(facts.outline.assignee == Person.cleo.rawValue)
  }
}
