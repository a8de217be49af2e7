import MessageHistory
import Testing

/// Cells of rows in their order are those that a fetcher finds.
struct RowSweepTests {
  private static let columns: [Column] = [.conversationID, .messageID, .contactID, .senderName]

  @Test(arguments: [",", ";"], ["\n", "\r\n"])
  func findsTheCellsThatAFetcherFinds(separator: String, lineEnd: String) throws {
    var random = SplitMix(seed: 17)
    var files: [[UInt8]] = []
    for file in 0..<3 {
      let header = [
        "conversation_id", "timestamp", "direction", "message_id", "text", "contact_id",
      ]
      var text = header.joined(separator: separator) + lineEnd
      for row in 0..<3_000 {
        let cells = [
          row % 7 == 0 ? "\" c\(row % 50) \"" : "c\(row % 50)", "\(file * 10_000 + row)", "in",
          row % 11 == 0 ? "\"m\"\"\(row)\"" : " m\(file)-\(row)",
          Self.text(row, using: &random), row % 5 == 0 ? "" : "contact \(row)",
        ]
        text += cells.joined(separator: separator) + lineEnd
      }
      files.append(Array(text.utf8))
    }
    let read = try HistoryReading().read(files)
    var sweep = RowSweep(of: Self.columns, in: read.history.inputs)
    var fetcher = RowFetcher(inputs: read.history.inputs)
    var wrong = 0
    for place in read.places.sorted() where Int.random(in: 0..<3, using: &random) > 0 {
      try sweep.move(to: place)
      for column in Self.columns {
        let expected = try fetcher.withRow(at: place) { $0.cell(column) }
        if !sweep.cell(column).elementsEqual(expected) { wrong += 1 }
      }
    }
    #expect(wrong == 0, "seed 17")
  }

  /// Plain, quoted, with a stray quote, or longer than any window.
  private static func text(_ row: Int, using random: inout SplitMix) -> String {
    switch Int.random(in: 0..<40, using: &random) {
    case 0: "5\" wide"
    case 1: "\"a\n\"\"b\"\"\""
    case 2: row % 1_000 < 20 ? String(repeating: "long", count: 100_000) : "\"x\""
    case 3: String(repeating: "z", count: 3_000)
    default: "text"
    }
  }

  @Test func findsTheCellsOfRowsInAnyOrder() throws {
    let rows = (0..<200).map { "c\($0),\($0),in,m\($0)\n" }.joined()
    let read = try HistoryReading().read(
      "conversation_id,timestamp,direction,message_id\n" + rows)
    var sweep = RowSweep(of: Self.columns, in: read.history.inputs)
    for (row, place) in zip(read.rows, read.places).reversed() {
      try sweep.move(to: place)
      #expect(sweep.cell(.messageID).elementsEqual("m\(row.seconds)".utf8))
      #expect(sweep.cell(.contactID).isEmpty)
    }
  }
}
