import MessageHistory
import Testing

/// Who sent an outbound message, and who is assigned.
struct EmployeeReadingTests {
  private static let header =
    "conversation_id,timestamp,direction,sender_id,sender_name,assignee,kind\n"

  @Test func theIDIsTheKeyWhereTheRowHasOneElseTheName() throws {
    let read = try readHistory(
      Self.header + "c,1,out,7,Ann,,\nc,2,out,,Ben,,\nc,3,out,,,,\nc,4,in,9,Cleo,,")
    #expect(read.employees == ["7", "Ben", "", ""])
    #expect(read.rows.map(\.senderName) == ["Ann", "Ben", "", ""])
    #expect(read.history.employees.first == [])
  }

  @Test func onlyHumanOutboundMessagesHaveAnEmployee() throws {
    let read = try readHistory(
      Self.header
        + "c,1,out,7,Ann,,\nc,2,out,7,Ann,,bot\nc,3,out,7,Ann,,note\nc,4,out,7,Ann,,closed")
    #expect(read.employees == ["7", "", "", ""])
  }

  @Test(arguments: [
    ("employee_id", "7", "7", ""), ("employee_name", "Eve", "Eve", "Eve"),
    ("agent", "Eve", "Eve", "Eve"), ("employee_id", "", "", ""), ("employee_name", "", "", ""),
  ])
  func employeeColumnsTakeTheSendersPlaceOnOutboundRows(
    column: String, cell: String, key: String, name: String
  ) throws {
    let read = try readHistory(
      "conversation_id,timestamp,direction,sender_id,sender_name,\(column)\n"
        + "c,1,out,1,Page,\(cell)\nc,2,in,2,Cleo,\(cell)")
    #expect(read.employees == [key, ""])
    #expect(read.rows.map(\.senderName) == [name, ""])
    #expect(read.rows[1].contact.rank == .senderID)
    #expect(read.rows[1].contact.hasSenderName)
  }

  @Test func eachFileHasItsOwnEmployeeColumns() throws {
    let read = try readHistory(
      "conversation_id,timestamp,direction,sender_name\nc,1,out,Ann",
      "conversation_id,timestamp,direction,sender_name,employee_name\nc,2,out,Page,Ann")
    #expect(read.employees == ["Ann", "Ann"])
    #expect(read.history.employees.count == 2)
  }

  @Test func keysAreTrimmedAndInNFCAndKeepTheirCase() throws {
    let read = try readHistory(
      Self.header + "c,1,out,,Zo\u{E9},Zoe\u{301},\nc,2,out,, Zoe\u{301}\u{2003},,\n"
        + "c,3,out,\u{A0}Zo\u{E9},x,,\nc,4,out,,zo\u{E9},,")
    let zoe = Array("Zo\u{E9}".utf8)
    #expect(read.employees.map { Array($0.utf8) } == [zoe, zoe, zoe, Array("zo\u{E9}".utf8)])
    #expect(read.rows.map(\.assignee).map { Array($0.utf8) } == [zoe, [], [], []])
    #expect(Array(read.rows[1].senderName.utf8) == zoe)
    #expect(read.history.employees.count == 3)
  }

  @Test func aliasesJoinKeysAndTheirNameIsAKeyToo() throws {
    let reading = HistoryReading(aliases: [
      "Anna L.": ["anna@example.com", "17"], " Zo\u{E9} ": ["Zoe\u{301} M."],
    ])
    let read = try reading.read(
      Self.header + "c,1,out,17,Anna,anna@example.com,\nc,2,out,,anna@example.com,,\n"
        + "c,3,out,, Anna L. ,17,\nc,4,out,,Zo\u{E9} M.,,\nc,5,out,,Zoe\u{301},,\nc,6,out,,Anna,,")
    #expect(
      read.employees == ["Anna L.", "Anna L.", "Anna L.", "Zo\u{E9}", "Zo\u{E9}", "Anna"])
    #expect(read.rows.map(\.assignee) == ["Anna L.", "", "Anna L.", "", "", ""])
    #expect(read.rows.map(\.senderName).first == "Anna")
  }

  @Test func anAliasIsComparedWithTheKeyNotWithTheNameBesideIt() throws {
    let read = try HistoryReading(aliases: ["Team": ["Ann"]]).read(
      Self.header + "c,1,out,7,Ann,,\nc,2,out,,Ann,,")
    #expect(read.employees == ["7", "Team"])
  }

  @Test func assigneesAreReadOnEveryKindOfRow() throws {
    let read = try readHistory(
      Self.header + "c,1,in,,,Ann,\nc,2,out,,, Ann ,bot\nc,3,,,,Ben,note\nc,4,,,,Ben,unassigned\n"
        + "c,5,,,,,closed")
    #expect(read.rows.map(\.assignee) == ["Ann", "Ann", "Ben", "Ben", ""])
    #expect(read.rows.map(\.event) == [.other, .other, .other, .unassigned, .closed])
  }

  @Test func automationSendersMakeOutboundMessagesAutomatedByIDOrName() throws {
    let read = try HistoryReading(automationSenders: [" B\u{F3}t ", "99"]).read(
      Self.header + "c,1,out,99,Ann,,\nc,2,out,7,Bo\u{301}t,,\nc,3,out,,B\u{F3}t\u{A0},,\n"
        + "c,4,out,7,b\u{F3}t,,\nc,5,out,7,B\u{F3}t 2,,\nc,6,in,99,B\u{F3}t,,\n"
        + "c,7,out,99,B\u{F3}t,,note\nc,8,out,99,,,closed\nc,9,out,,,,")
    #expect(
      read.classes == [
        .automatedOutbound, .automatedOutbound, .automatedOutbound, .humanOutbound, .humanOutbound,
        .inbound, .note, .event, .humanOutbound,
      ])
    #expect(read.employees == ["", "", "", "7", "7", "", "", "", ""])
  }

  @Test func automationSendersAreComparedWithTheEmployeeColumnsWhereAFileHasThem() throws {
    let read = try HistoryReading(automationSenders: ["Bot"]).read(
      "conversation_id,timestamp,direction,sender_name,employee_name\n"
        + "c,1,out,Bot,Ann\nc,2,out,Page,Bot\nc,3,out,Bot,")
    #expect(read.classes == [.humanOutbound, .automatedOutbound, .humanOutbound])
  }
}
