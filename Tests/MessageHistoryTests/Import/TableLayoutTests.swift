import DelimitedText
import MessageHistory
import Testing

/// Where the table begins, and what the configuration has to say of it.
struct TableLayoutTests {
  private static let header = "conversation_id,timestamp,direction,text\n"
  private static let rows = "c,60,in,Hi\nc,120,out,\"a,b\"\n"
  private static let expected = ["Hi", "a,b"]

  private func read(
    _ text: String, _ configure: (inout InputSettings) -> Void = { _ in }
  ) throws -> SettledHistory {
    let folder = try TemporaryFolder()
    var settings = HistoryReading().settings
    configure(&settings)
    let path = try folder.write(Array(text.utf8), to: "x.csv")
    let input = try PreparedInput(InputFile(path: path, name: "x.csv"), settings: settings)
    return try HistoryReading().read([input])
  }

  private func message(
    reading text: String, _ configure: (inout InputSettings) -> Void
  ) throws -> String? {
    do {
      _ = try read(text, configure)
      return nil
    } catch let error as MessageHistoryError {
      return error.message
    }
  }

  @Test(arguments: [
    "Messages of all pages\n", "Messages of all pages\n\n", "Messages,,,\n,,,\n",
    "Export\nPage:,Shop\n\n", "\u{FEFF}Messages\n", "\n\nMessages, exported by Anna\n\n",
  ])
  func theHeaderIsFoundBehindProse(prose: String) throws {
    let read = try read(prose + Self.header + Self.rows)
    #expect(read.texts == Self.expected)
    #expect(read.totals.rowsRead == 2)
  }

  @Test(arguments: [
    (0, ""), (1, "a,b,c,d\n"), (2, "one,two,three,four\n\n"), (3, "\u{FEFF}a,b,c,d\n\n1,2,3,4\n"),
  ])
  func skipLinesSaysWhereTheTableBegins(lines: Int, before: String) throws {
    #expect(
      try read(before + Self.header + Self.rows) { $0.skippedLines = lines }.texts
        == Self.expected)
  }

  @Test func skippedLinesHaveNoSayInTheDialect() throws {
    let before = String(repeating: "a;b;c;d;e;f\n", count: 50)
    #expect(
      try read(before + Self.header + Self.rows) { $0.skippedLines = 50 }.texts == Self.expected)
  }

  @Test func skippingEverythingLeavesAnEmptyInput() throws {
    #expect(
      try message(reading: Self.header) { $0.skippedLines = 2 }
        == "x.csv: error: the input is empty (found no header, expected a header and rows); "
        + "export the history again")
  }

  @Test func columnsAreTakenByPositionWithoutAHeader() throws {
    let read = try read(Self.rows) { settings in
      settings.hasHeader = false
      settings.positions = [.conversationID: 0, .timestamp: 1, .direction: 2, .text: 3]
    }
    #expect(read.texts == Self.expected)
    #expect(read.rows.map(\.seconds) == [60, 120])
  }

  @Test(
    arguments: [
      (
        [.conversationID: 0, .timestamp: 1],
        "x.csv: error: a file without a header needs a position for direction (found none, expected "
          + "a number from 1 to 4); give it: columns: { direction: 1 }"
      ),
      (
        [.conversationID: 0, .timestamp: 6, .direction: 2],
        "x.csv: error: the position that the configuration gives for timestamp is not there (found "
          + "4 cells in the first record, expected at least 7); count the columns from 1"
      ),
    ] as [([Column: Int], String)])
  func aPositionThatIsNotThereIsRefused(positions: [Column: Int], expected: String) throws {
    let found = try message(reading: Self.rows) { settings in
      settings.hasHeader = false
      settings.positions = positions
    }
    #expect(found == expected)
  }

  @Test func aMillionEmptyRowsAreNoRows() throws {
    let empty = String(repeating: ",,,\r\n", count: 300_000)
    let read = try read(Self.header + Self.rows + empty + "c,180,in,late\r\n")
    #expect(read.texts == Self.expected + ["late"])
    #expect(read.totals.rowsRead == 3)
  }

  @Test func recordsComeInOrderHoweverTheyLieInTheBuffer() throws {
    let folder = try TemporaryFolder()
    let long = String(repeating: "x\n", count: 1_200_000)
    let text = "a,b\n1,\"\(long)\"\n2,y\n"
    let path = try folder.write(Array(text.utf8), to: "x.csv")
    let layout = try InputLayout(
      InputFile(path: path, name: "x.csv"), settings: HistoryReading().settings)
    var lengths: [[Int]] = []
    let irregular = try layout.forEachBatch { batch in
      for record in batch {
        lengths.append((0..<record.fieldCount).map { record.field($0).count })
      }
    }
    #expect(lengths == [[1, 1], [1, long.utf8.count + 2], [1, 1]])
    #expect(irregular.isEmpty)
    let tooLong = MessageHistoryError.recordTooLong(
      path: "x.csv", byte: 4, limit: 1_000, missing: .quote)
    #expect(throws: tooLong) {
      _ = try layout.forEachBatch(longestRecord: 1_000) { _ in }
    }
  }
}
