import MessageHistory
import Testing

/// The marks of traits say what the traits say.
@Suite struct TraitMarksTests {
  @Test(
    arguments: [
      (MessageClass.inbound, 0, 0), (.humanOutbound, 7, 1), (.humanOutbound, 0, 5),
      (.automatedOutbound, 0, 2), (.note, 0, 3), (.event, 0, 4),
    ] as [(MessageClass, UInt32, UInt32)])
  func sortFollowsFromClassAndEmployee(
    messageClass: MessageClass, employee: UInt32, sort: UInt32
  ) {
    let marks = TraitMarks(
      MessageTraits(slice: 9, employee: employee, messageClass: messageClass))
    #expect(marks.sliceAndSort == 9 << 4 | sort)
    #expect(marks.employee == employee)
  }

  @Test(arguments: [
    (ConversationStatus.none, EventKind.other, ConversationStatus.none),
    (.none, .closed, .done), (.none, .reopened, .open), (.none, .unassigned, .none),
    (.spam, .closed, .spam), (.pending, .other, .pending),
  ])
  func statusIsTheRowsOwnElseWhatItsEventMeans(
    own: ConversationStatus, event: EventKind, expected: ConversationStatus
  ) {
    let marks = TraitMarks(
      MessageTraits(slice: 0, messageClass: .event, event: event, status: own))
    #expect(marks.statusSet == expected)
    #expect(marks.further.contains(.status) == (expected != .none))
    #expect(marks.event == event)
  }

  @Test func whatFewRowsHaveIsMarked() {
    var traits = MessageTraits(slice: 0, messageClass: .inbound)
    #expect(TraitMarks(traits).further == [])
    traits.assignee = 3
    #expect(TraitMarks(traits).further == .assignee)
    traits.rating = Rating(millionths: 4_000_000)
    traits.senderName = 2
    #expect(TraitMarks(traits).further == [.assignee, .rating, .senderName])
    traits.contact = ContactEvidence(
      rank: .senderName, hasContactName: false, hasSenderName: true)
    #expect(TraitMarks(traits).further.contains(.contactName))
    traits.contact = ContactEvidence(rank: .contactName, hasContactName: true)
    #expect(TraitMarks(traits).further.contains(.contactName))
    #expect(TraitMarks(traits).contactRank == .contactName)
  }
}
