import Testing

@testable import MessageHistory

/// What direction and kind make of a row.
struct RowNatureTests {
  private static let header = "conversation_id,timestamp,direction,kind\n"

  @Test(arguments: [
    ("inbound", MessageClass.inbound), ("outbound", .humanOutbound), ("INBOUND", .inbound),
    ("incoming", .inbound), ("outgoing", .humanOutbound), ("in", .inbound), ("Out", .humanOutbound),
    ("received", .inbound), ("Sent", .humanOutbound), ("customer", .inbound), ("contact", .inbound),
    ("visitor", .inbound), ("client", .inbound), ("end-user", .inbound), ("end_user", .inbound),
    ("agent", .humanOutbound), ("operator", .humanOutbound), ("admin", .humanOutbound),
    ("business", .humanOutbound), ("outbound-api", .humanOutbound),
    ("outbound-reply", .humanOutbound), ("outbound-call", .humanOutbound),
    (" inbound\u{A0}", .inbound),
  ])
  func readsDirectionsInAnyCase(word: String, messageClass: MessageClass) throws {
    #expect(try readHistory(Self.header + "c,1,\(word),").classes == [messageClass])
  }

  @Test(arguments: ["automated", "bot", "instant_reply", "away_message", "workflow", "Broadcast"])
  func automatedKindsMakeOutboundMessagesAutomatedAndLeaveInboundOnesInbound(
    kind: String
  ) throws {
    let read = try readHistory(Self.header + "c,1,outbound,\(kind)\nc,2,inbound,\(kind)")
    #expect(read.classes == [.automatedOutbound, .inbound])
    #expect(read.totals.unknownKind == 0)
  }

  @Test(arguments: ["", "human", "HUMAN", " Human "])
  func emptyAndHumanAreTheSame(kind: String) throws {
    let read = try readHistory(Self.header + "c,1,outbound,\(kind)\nc,2,inbound,\(kind)")
    #expect(read.classes == [.humanOutbound, .inbound])
    #expect(read.totals.unknownKind == 0)
  }

  @Test(arguments: [
    ("note", MessageClass.note, EventKind.other), ("Note", .note, .other),
    ("closed", .event, .closed), ("CLOSED", .event, .closed), ("reopened", .event, .reopened),
    ("unassigned", .event, .unassigned), ("opened", .event, .other), ("assigned", .event, .other),
    ("snoozed", .event, .other), ("unsnoozed", .event, .other), ("rated", .event, .other),
    ("tagged", .event, .other), ("event", .event, .other),
  ])
  func notesAndEventsNeedNoDirection(
    kind: String, messageClass: MessageClass, event: EventKind
  ) throws {
    for direction in ["", "inbound", "outbound", "sideways"] {
      let read = try readHistory(Self.header + "c,1,\(direction),\(kind)")
      #expect(read.classes == [messageClass], "\(direction)")
      #expect(read.rows.map(\.event) == [event], "\(direction)")
      #expect(read.totals.unknownKind == 0)
    }
  }

  @Test func anUnknownKindIsAMessageWhereItHasADirectionElseAnEvent() throws {
    let read = try readHistory(
      Self.header + "c,1,inbound,sticker\nc,2,outbound,sticker\nc,3,,sticker\nc,4,sideways,sticker")
    #expect(read.classes == [.inbound, .humanOutbound, .event, .event])
    #expect(read.rows.map(\.event) == [.other, .other, .other, .other])
    #expect(read.totals.unknownKind == 4)
    #expect(read.totals.accepted == 4)
  }

  @Test func configuredWordsAddToTheKnownOnesAndOverruleThem() throws {
    let reading = HistoryReading(values: [
      .direction: ["Empfangen": "inbound", "agent": "inbound"],
      .kind: ["Notiz": "note", "a rather long word": "automated"],
    ])
    let read = try reading.read(
      Self.header
        + "c,1,empfangen,\nc,2,Agent,\nc,3,outbound,\nc,4,,NOTIZ\nc,5,out,A Rather Long Word")
    #expect(read.classes == [.inbound, .inbound, .humanOutbound, .note, .automatedOutbound])
  }

  @Test func configuredWordsThatDifferInCaseAloneGiveTheSameInEveryRun() throws {
    let words = ["GO": "inbound", "Go": "outbound", "go": "inbound"]
    for _ in 0..<20 {
      let read = try HistoryReading(values: [.direction: words]).read(Self.header + "c,1,gO,")
      #expect(read.classes == [.inbound])
    }
  }

  @Test func aConfiguredWordIsNoCanonicalOneForAnother() throws {
    let values: [Column: [String: String]] = [.direction: ["a": "inbound", "b": "a"]]
    #expect(
      try HistoryReading(values: values).error(reading: Self.header + "c,1,b,")
        == .values(path: "0.csv", flaw: ValueMappingFlaw(column: .direction, word: "a")))
  }
}
