import MessageHistory
import ResponseMetrics
import Testing

/// New contacts, told apart within page and channel: metrics.md, sections 1 and 8.
@Suite struct NewContactTests {
  private let october: Moment = "2026-10-20T00:00"

  @Test func contactIsNewInThePeriodOfItsFirstInboundMessageEver() {
    #expect(TestHistory([.inbound(0, from: .id(1))]).counts.newContacts == 1)
    #expect(TestHistory([.inbound(october, from: .id(1)), .inbound(0)]).counts.newContacts == 0)
  }

  @Test func contactOfSeveralConversationsIsOne() {
    let history = TestHistory([.inbound(0, from: .id(1))], [.inbound(5, from: .id(1))])
    #expect(history.counts.newContacts == 1)
  }

  @Test func contactThatWroteBeforeInAnotherConversationIsNotNew() {
    let history = TestHistory([.inbound(0, from: .id(1))], [.inbound(october, from: .id(1))])
    #expect(history.counts.newContacts == 0)
  }

  @Test func differentKeysAreDifferentContacts() {
    let history = TestHistory([.inbound(0, from: .id(1))], [.inbound(0, from: .id(2))])
    #expect(history.counts.newContacts == 2)
  }

  @Test func keysOfDifferentKindsAreNeverEqual() {
    let history = TestHistory(
      [.inbound(0, from: .id(1))], [.inbound(0, from: .name(1))], [.inbound(0)])
    #expect(history.counts.newContacts == 3)
  }

  @Test func idOfAContactAndIdOfASenderAreKeysOfOneKind() {
    #expect(
      TestHistory([.inbound(0, from: .id(1))], [.inbound(0, from: .senderID(1))])
        .counts.newContacts == 1)
    #expect(
      TestHistory([.inbound(october, from: .senderName(1))], [.inbound(0, from: .name(1))])
        .counts.newContacts == 0)
  }

  @Test func conversationThatSaysNothingOfItsContactStandsForOneOfItsOwn() {
    #expect(TestHistory([.inbound(0)], [.inbound(0)]).counts.newContacts == 2)
  }

  @Test func contactsAreToldApartWithinPageAndChannel() {
    var history = TestHistory([.inbound(0, from: .id(1))])
    history.channels.append(.init(page: 0))
    history.add([.inbound(0, from: .id(1))], slice: 1)
    #expect(history.summary().pages.map(\.counts.newContacts) == [2])
    #expect(history.summary().slices.map(\.counts.newContacts) == [1, 1])
  }

  @Test func contactWithoutInboundMessageIsNotCounted() {
    #expect(TestHistory([.reply(0), .automatic(1)]).counts.newContacts == 0)
  }

  @Test func conversationOfTheBusinessMakesNoContactOld() {
    var reply = HistoryRow.reply(october)
    reply.contact = .id(1)
    #expect(TestHistory([reply], [.inbound(0, from: .id(1))]).counts.newContacts == 1)
  }

  @Test(
    arguments: [
      // The last row that has a contact_id decides, whatever comes after it.
      ([.id(1), .id(2), .name(9)], .contactID, 2),
      ([.senderID(3), .id(1), .senderID(4)], .contactID, 1),
      ([.senderID(3), .name(9), .senderID(4), .senderName(8)], .senderID, 4),
      ([.name(9), .senderName(8)], .contactName, 9),
      ([.senderName(7), .senderName(8)], .senderName, 8),
      ([nil, nil], .none, 0),
    ] as [([ContactKey?], ContactEvidence.Rank, UInt64)])
  func strongestKeyOfTheLastRowThatHasItIsTheContacts(
    keys: [ContactKey?], rank: ContactEvidence.Rank, key: UInt64
  ) {
    let rows = keys.enumerated().map { HistoryRow.inbound(.minutes(Int64($0)), from: $1) }
    let contact = ConversationFacts(of: rows).outline.contact
    #expect(contact.rank == rank)
    #expect(contact.key == key)
  }

  @Test(
    arguments: [
      // Which row has the name to show: the last contact_name, else the last inbound sender_name.
      ([.name(1), .name(2), .senderName(3)], 1),
      ([.senderName(1), .senderName(2), .id(3)], 1),
      ([.senderName(1), .name(2), .senderName(3)], 1),
      ([.id(1)], nil),
    ] as [([ContactKey], Int?)])
  func nameToShowIsTheLastContactName(keys: [ContactKey], row: Int?) {
    let rows = keys.enumerated().map { HistoryRow.inbound(.minutes(Int64($0)), from: $1) }
    #expect(ConversationFacts(of: rows).outline.contact.namePlace?.row == row)
  }
}
