import MessageHistory
import Testing

struct ReadingOrderTests {
  private static let columns: [Column] = [
    .messageID, .senderID, .senderName, .direction, .kind, .contactID, .contactName, .assignee,
    .status, .tag, .rating,
  ]

  /// A row at the same instant as all others, with these cells and none else.
  private func row(_ cells: [Column: String], label: String) -> String {
    "c,7,\(label)," + Self.columns.map { cells[$0] ?? "" }.joined(separator: ",") + "\n"
  }

  /// The labels of rows in reading order, whichever way they stand in the file.
  private func expectOrder(
    _ rows: [[Column: String]], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let header =
      "conversation_id,timestamp,text," + Self.columns.map(\.rawValue).joined(separator: ",") + "\n"
    let lines = rows.enumerated().map { row($1, label: "\($0)") }
    let expected = rows.indices.map { "\($0)" }
    for lines in [lines, lines.reversed()] {
      #expect(
        try readHistory(header + lines.joined()).texts == expected, sourceLocation: sourceLocation)
    }
    // In files of their own, in both orders.
    let files = lines.map { header + $0 }
    for files in [files, files.reversed()] {
      let read = try HistoryReading().read(files.map { Array($0.utf8) })
      #expect(read.texts == expected, sourceLocation: sourceLocation)
    }
  }

  @Test func rowsFollowOneAnotherByInstantToTheMillisecond() throws {
    let read = try readHistory(
      "conversation_id,timestamp,direction,text\nc,1.002,in,3\nc,-1,in,1\nc,1.001,in,2\n"
        + "c,1970-01-01T00:00:01.0029Z,in,3\nc,2,in,4")
    #expect(read.texts == ["1", "2", "3", "3", "4"])
    #expect(read.rows.map(\.milliseconds) == [-1_000, 1_001, 1_002, 1_002, 2_000])
  }

  @Test func ofEqualInstantsTheClassDecidesFirst() throws {
    try expectOrder([
      [.direction: "in", .messageID: "e"], [.direction: "out", .messageID: "d"],
      [.direction: "out", .kind: "bot", .messageID: "c"], [.kind: "note", .messageID: "b"],
      [.kind: "closed", .messageID: "a"],
    ])
  }

  /// Each key decides against all that come after it.
  ///
  /// Events may have any direction, so that their class is the same.
  @Test(arguments: [
    ([Column.messageID: "", .senderID: "z"], [Column.messageID: "a"]),
    ([.messageID: "1", .senderID: "z"], [.messageID: "2", .senderID: "a"]),
    ([.senderName: "a", .direction: "outbound"], [.senderID: "b", .direction: "inbound"]),
    ([.senderID: "", .direction: "outbound"], [.senderName: "b", .direction: "inbound"]),
    ([.direction: "", .kind: "tagged"], [.direction: "inbound", .kind: "assigned"]),
    ([.direction: "incoming", .kind: "tagged"], [.direction: "Agent", .kind: "assigned"]),
    ([.kind: "assigned", .senderName: "x"], [.kind: "Closed", .senderID: "x"]),
    ([.senderName: "x", .contactID: "2"], [.senderID: "x", .contactID: "1"]),
    ([.senderID: "x", .contactID: "2"], [.senderID: "x", .senderName: "a", .contactID: "1"]),
    ([.contactID: "1", .contactName: "b"], [.contactID: "2", .contactName: "a"]),
    ([.contactName: "a", .assignee: "b"], [.contactName: "b", .assignee: "a"]),
    ([.assignee: "a", .status: "spam"], [.assignee: "b", .status: "done"]),
    ([.status: "closed", .tag: "b"], [.status: "active", .tag: "a"]),
    ([.status: "lost", .tag: "b"], [.status: "done", .tag: "a"]),
    ([.tag: "aa", .rating: "5"], [.tag: "AB", .rating: "1"]),
    ([.rating: ""], [.rating: "1"]), ([.rating: "2"], [.rating: "2.5"]),
    ([.rating: "none"], [.rating: "1.0"]),
  ])
  func ofEqualClassesTheFirstKeyThatDiffersDecides(
    first: [Column: String], second: [Column: String]
  ) throws {
    let rows = [first, second].map { row in
      row.merging([.kind: "event"]) { given, _ in given }
    }
    try expectOrder(rows)
  }

  @Test func anEmptyKindSortsAsHuman() throws {
    try expectOrder([
      [.direction: "in", .kind: "chat"], [.direction: "in", .kind: "", .contactID: "1"],
      [.direction: "in", .kind: "Human", .contactID: "2"], [.direction: "in", .kind: "image"],
    ])
  }

  @Test func textsSortByTheirBytes() throws {
    // UTF-16 would put the last one before the one ahead of it.
    try expectOrder(
      ["10", "9", "Z", "a", "a\u{301}", "\u{E9}", "\u{FF61}", "\u{10000}"].map {
        [.direction: "in", .messageID: $0]
      })
  }

  @Test func employeeColumnsAreTheSenderOfOutboundRows() throws {
    let header = "conversation_id,timestamp,direction,text,sender_id,employee_id\n"
    let rows = ["c,7,out,0,z,a\n", "c,7,out,1,a,z\n"]
    #expect(try readHistory(header + rows[0] + rows[1]).texts == ["0", "1"])
    #expect(try readHistory(header + rows[1] + rows[0]).texts == ["0", "1"])
  }
}
