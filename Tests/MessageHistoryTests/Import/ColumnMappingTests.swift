import MessageHistory
import Testing

struct ColumnMappingTests {
  @Test(arguments: Column.allCases)
  func everySynonymMeansItsColumn(column: Column) throws {
    for synonym in [column.rawValue] + column.synonyms {
      let others = Column.needed.filter { $0 != column }.map(\.rawValue)
      let mapping = try ColumnMapping(header: others + [synonym], configured: [:])
      #expect(mapping[column] == others.count, "\(synonym)")
    }
  }

  @Test func noNameMeansTwoColumns() {
    let names = Column.allCases.flatMap { [$0.rawValue] + $0.synonyms }
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { HeaderName.folded($0).utf8.elementsEqual(folded(synonym: $0).utf8) })
  }

  /// `end-user` would never be met, since a header is folded before it is looked up.
  private func folded(synonym: String) -> String {
    synonym.replacing("-", with: "_").lowercased()
  }

  @Test func readsHeaderNamesInAnyCaseAndPunctuation() throws {
    let mapping = try ColumnMapping(
      header: ["Conversation ID", " SENT-AT ", "Direction:", "(message.id)"], configured: [:])
    #expect(mapping[.conversationID] == 0)
    #expect(mapping[.timestamp] == 1)
    #expect(mapping[.direction] == 2)
    #expect(mapping[.messageID] == 3)
    #expect(mapping[.text] == nil)
  }

  @Test func prefersTheCanonicalNameToSynonyms() throws {
    let mapping = try ColumnMapping(
      header: ["sent_at", "thread_id", "timestamp", "conversation_id", "direction"],
      configured: [:])
    #expect(mapping[.timestamp] == 2)
    #expect(mapping[.conversationID] == 3)
  }

  @Test func prefersTheConfiguredNameToTheCanonicalOne() throws {
    let mapping = try ColumnMapping(
      header: ["timestamp", "conversation_id", "direction", "Heure d'envoi"],
      configured: [.timestamp: "heure d’envoi"])
    #expect(mapping[.timestamp] == 3)
  }

  @Test func prefersTheConfiguredNameAsWrittenToOneThatFoldsAlike() throws {
    let mapping = try ColumnMapping(
      header: ["SENT AT", "Sent at", "conversation_id", "direction"],
      configured: [.timestamp: "Sent at"])
    #expect(mapping[.timestamp] == 1)
  }

  @Test func aConfiguredFieldIsNoSynonymOfAnotherColumn() throws {
    let mapping = try ColumnMapping(
      header: ["conversation_id", "timestamp", "direction", "author"],
      configured: [.contactName: "author"])
    #expect(mapping[.contactName] == 3)
    #expect(mapping[.senderName] == nil)
  }

  @Test(arguments: [
    (Column.timestamp, ["created_at", "Sent at"]), (.conversationID, ["chat_id", "ticket_id"]),
    (.timestamp, ["Timestamp", "timestamp"]),
  ])
  func refusesTwoFieldsThatCouldBothBeANeededColumn(column: Column, names: [String]) {
    let others = Column.needed.filter { $0 != column }.map(\.rawValue)
    #expect(throws: ColumnMappingFlaw.ambiguousColumn(column: column, names: names)) {
      try ColumnMapping(header: others + names, configured: [:])
    }
  }

  @Test func theConfigurationSettlesWhatIsAmbiguous() throws {
    let mapping = try ColumnMapping(
      header: ["conversation_id", "created_at", "sent_at", "direction"],
      configured: [.timestamp: "sent_at"])
    #expect(mapping[.timestamp] == 2)
  }

  @Test func takesTheLikelierOfTwoSynonymsOfAColumnThatIsNotNeeded() throws {
    let mapping = try ColumnMapping(
      header: ["conversation_id", "timestamp", "direction", "body", "message"], configured: [:])
    #expect(mapping[.text] == 4)
  }

  @Test(arguments: Column.needed)
  func refusesAHeaderWithoutANeededColumn(column: Column) {
    let header = Column.needed.filter { $0 != column }.map(\.rawValue) + ["text"]
    #expect(throws: ColumnMappingFlaw.neededColumnMissing(column: column, header: header)) {
      try ColumnMapping(header: header, configured: [:])
    }
  }

  @Test func refusesAConfiguredNameThatIsNotThere() {
    let header = ["conversation_id", "timestamp", "direction"]
    #expect(
      throws: ColumnMappingFlaw.configuredColumnMissing(
        column: .text, name: "Words", header: header)
    ) {
      try ColumnMapping(header: header, configured: [.text: "Words"])
    }
  }

  @Test func columnsAreReadWhereverTheyStand() throws {
    let read = try HistoryReading(columns: [.text: "Words"]).read(
      "Words,Sender Name,Direction,extra,Sent at,Chat ID\nHello,Ann,outbound,x,60,c1")
    #expect(read.texts == ["Hello"])
    #expect(read.employees == ["Ann"])
    #expect(read.rows.map(\.seconds) == [60])
    #expect(read.rows.map(\.conversation) == ["c1"])
  }
}
