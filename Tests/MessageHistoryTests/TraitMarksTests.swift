import MessageHistory
import Testing

/// The marks of traits say what the traits say.
@Suite struct TraitMarksTests {
  @Test(
    arguments: [
      (MessageClass.inbound, 0, false), (.humanOutbound, 7, false), (.humanOutbound, 0, true),
      (.automatedOutbound, 0, false), (.note, 0, false), (.event, 0, false),
    ] as [(MessageClass, UInt32, Bool)])
  func messagesOfPeopleNobodyKnowsAreMarked(
    messageClass: MessageClass, employee: UInt32, isUnattributed: Bool
  ) {
    let traits = MessageTraits(slice: 9, employee: employee, messageClass: messageClass)
    #expect(TraitMarks(traits).slice == 9)
    #expect(TraitMarks(traits).further == (isUnattributed ? .unattributed : []))
    TraitTables([traits]).withView { #expect(Array($0.employees) == [employee]) }
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
