import DelimitedText
import Testing

@testable import MessageHistory

/// What ends the reading of an input.
struct UnreadableInputTests {
  private static let header = "conversation_id,timestamp,direction,kind\n"

  @Test func aFileThatIsNotThereCannotBeOpened() throws {
    let folder = try TemporaryFolder()
    #expect(throws: MessageHistoryError.cannotOpen(path: "missing.csv", code: 2)) {
      try InputFile(path: folder.path + "/missing.csv", name: "missing.csv")
    }
  }

  @Test func aFolderIsNoFile() throws {
    let folder = try TemporaryFolder()
    #expect(throws: MessageHistoryError.cannotOpen(path: "exports", code: 21)) {
      try InputFile(path: folder.path, name: "exports")
    }
  }

  @Test(arguments: ["", "\u{FEFF}", "\n\n", " , \r\n\"\"\n", "\t\t\n"])
  func aFileWithoutAHeaderIsEmpty(text: String) throws {
    #expect(try HistoryReading().error(reading: text) == .emptyFile(path: "0.csv"))
  }

  @Test func aHeaderMayHaveAHundredThousandColumns() throws {
    let header = "conversation_id,timestamp,direction"
    let others = (0..<100_000).map { ",a column of this number \($0)" }.joined()
    let read = try readHistory(header + others + "\nc,1,in" + others + "\n")
    #expect(read.rows.count == 1)
  }

  @Test func aHeaderWithoutAnEndIsRefused() throws {
    let text = "conversation_id," + String(repeating: "a", count: 5 << 20)
    #expect(
      try HistoryReading().error(reading: text + "\n")
        == .recordTooLong(path: "0.csv", byte: 0, limit: 4 << 20, missing: .lineEnd))
  }

  @Test func aFileWithAZeroByteIsNoText() throws {
    #expect(
      try HistoryReading().error(reading: Array("PK".utf8) + [3, 4, 0, 1])
        == .notText(path: "0.csv", byte: 4))
  }

  @Test func aHeaderWithoutANeededColumnIsRefused() throws {
    #expect(
      try HistoryReading().error(reading: "Conversation ID, Direction\nc,in\n")
        == .columns(
          path: "0.csv",
          flaw: .neededColumnMissing(column: .timestamp, header: ["Conversation ID", "Direction"])))
  }

  @Test func wordsForAColumnWithoutAClosedListAreRefused() throws {
    #expect(
      try HistoryReading(values: [.page: ["a": "b"]]).error(reading: Self.header)
        == .values(path: "0.csv", flaw: ValueMappingFlaw(column: .page, word: "b")))
  }

  @Test func aFileWithoutAnyUsableTimestampIsRefused() throws {
    #expect(
      try HistoryReading().error(reading: Self.header + "c,soon,in,\nc,,in,\n,later,in,\n")
        == .noUsableTimestamp(path: "0.csv", rows: 3, datesAlone: 0))
  }

  @Test func oneUsableTimestampIsEnoughEvenOnARejectedRow() throws {
    let read = try readHistory(Self.header + "c,soon,in,\n,1,in,\n")
    #expect(read.rows == [])
    #expect(read.history.rejected.map(\.reason) == [.badTimestamp, .noConversationID])
  }

  @Test(arguments: [
    ("c,1,User,\nc,2,user,\n", ["user"]), ("c,1,,\nc,2,,bot\n", [""]),
    ("c,1,user,\nc,2,staff,\n", []), ("c,1,,\nc,2,,note\n", []),
    ("c,1,user,text\nc,2,staff,image\n", []), ("c,1,a@b,\nc,2,a@b,\n", []),
  ])
  func aFileWithoutAnyKnownDirectionIsRefused(rows: String, words: [String]) throws {
    #expect(
      try HistoryReading().error(reading: Self.header + rows)
        == .noKnownDirection(path: "0.csv", rows: 2, words: words.map { Array($0.utf8) }))
  }

  @Test(arguments: [
    ("c,1,user,\nc,2,in,\n", 1), ("c,1,user,\n,2,in,\n", 0), ("c,1,user,\nc,2,in,note\n", 1),
    ("c,1,,note\nc,2,,closed\n", 2),
  ])
  func oneKnownDirectionIsEnoughAndNotesAndEventsNeedNone(rows: String, kept: Int) throws {
    #expect(try readHistory(Self.header + rows).rows.count == kept)
  }

  @Test func aQuoteThatIsNeverClosedIsAnErrorThatEveryWorkerIsTold() throws {
    let start = Array((Self.header + "c,1,in,\nc,2,in,\"").utf8)
    let bytes = start + Array(repeating: UInt8(ascii: "x"), count: 5 << 20)
    let inputs = try HistoryReading().prepare([bytes], in: TemporaryFolder())
    let queue = ChunkQueue(PreparedInputs(inputs), longestRecord: 3 << 20)
    for _ in 1...3 {
      let error = #expect(throws: MessageHistoryError.self) { try drain(queue) }
      #expect(
        error
          == .recordTooLong(
            path: "0.csv", byte: start.count - 8, limit: 3 << 20, missing: .quote))
    }
  }

  private func drain(_ queue: ChunkQueue) throws {
    var chunk = Chunk()
    while try queue.next(&chunk) {}
  }

  @Test func eachFileIsJudgedByItself() throws {
    let good = Self.header + "c,1,in,\n"
    #expect(throws: MessageHistoryError.noUsableTimestamp(path: "1.csv", rows: 1, datesAlone: 0)) {
      try readHistory(good, Self.header + "c,soon,in,\n", Self.header + "c,1,up,\n")
    }
  }
}
