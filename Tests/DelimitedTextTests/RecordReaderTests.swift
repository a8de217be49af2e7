import DelimitedText
import Testing

struct RecordReaderTests {
  func rows(_ text: String, chunkSize: Int = 1 << 20) throws -> [Row] {
    var reader = try RecordReader(bytes: Array(text.utf8), chunkSize: chunkSize)
    return try reader.rows()
  }

  @Test func givesRowsWithTheirPlaces() throws {
    let found = try rows("\u{FEFF}id,text\n\n1,\"a\nb\"\n2,c\n")
    #expect(
      found == [
        Row(position: TextPosition(line: 1, record: 1, byte: 3), cells: ["id", "text"]),
        Row(position: TextPosition(line: 3, record: 3, byte: 12), cells: ["1", "a\nb"]),
        Row(position: TextPosition(line: 5, record: 4, byte: 20), cells: ["2", "c"]),
      ])
    #expect(found[1][1] == "a\nb")
    #expect(found[1][9] == "")
  }

  @Test func readsNothingFromAnEmptyInput() throws {
    #expect(try rows("").isEmpty)
    #expect(try rows("\u{FEFF}").isEmpty)
  }

  @Test func detectsTheDialectUnlessToldOne() throws {
    #expect(try rows("a;b\n1;2\n").map(\.cells) == [["a", "b"], ["1", "2"]])
    var reader = try RecordReader(bytes: Array("a;b\n".utf8), dialect: Dialect())
    #expect(try reader.rows().map(\.cells) == [["a;b"]])
  }

  @Test(arguments: [1, 1_000, 65_537, 70_000, 1 << 20])
  func givesTheSameRowsWhateverTheChunks(chunkSize: Int) throws {
    let text = (0..<9_000).map { "\($0),\"line\n\($0)\"\r\n" }.joined()
    let found = try rows(text, chunkSize: chunkSize)
    #expect(found.count == 9_000)
    var byte = 0
    for (number, row) in found.enumerated() {
      let place = TextPosition(line: 1 + 2 * number, record: 1 + number, byte: byte)
      guard row == Row(position: place, cells: ["\(number)", "line\n\(number)"]) else {
        Issue.record("row \(number) is \(row)")
        return
      }
      byte += "\(number),\"line\n\(number)\"".utf8.count + 2
    }
  }

  @Test func makesRoomForARecordThatIsLongerThanAChunk() throws {
    let wide = String(repeating: "w\n", count: 100_000)
    let found = try rows("a,b\n1,\"\(wide)\"\n2,x\n", chunkSize: 10)
    #expect(found.map(\.cells) == [["a", "b"], ["1", wide], ["2", "x"]])
    #expect(found[2].position.line == 100_003)
  }

  @Test func refusesARecordThatDoesNotEnd() throws {
    let open = "a,b\n1,\"" + String(repeating: "x", count: 300_000)
    var reader = try RecordReader(
      bytes: Array(open.utf8), name: "open.csv", chunkSize: 1_000, recordLimit: 100_000)
    let place = TextPosition(line: 2, record: 2, byte: 4)
    #expect(
      throws: DelimitedTextError.recordTooLong(
        path: "open.csv", position: place, limit: 100_000, missing: .quote)
    ) {
      while try reader.nextBatch({ _, _ in true }) != nil {}
    }
  }

  @Test func countsIrregularQuoting() throws {
    var reader = try RecordReader(bytes: Array("a,5\" b\n\"c\"d\n".utf8))
    _ = try reader.rows()
    #expect(reader.irregularQuoting == IrregularQuoting(quotesInText: 1, textAfterQuotes: 1))
  }

  @Test func refusesWhatIsNoText() {
    #expect(throws: DelimitedTextError.notText(path: "x.csv", byte: 2)) {
      _ = try RecordReader(bytes: [0x61, 0x0A, 0x00], name: "x.csv").detection
    }
    #expect(throws: DelimitedTextError.unexpectedUTF16(path: "x.csv")) {
      _ = try RecordReader(bytes: [0xFF, 0xFE, 0x61, 0x00], name: "x.csv").detection
    }
  }

  @Test func refusesAFileThatIsNotThere() {
    #expect(throws: DelimitedTextError.cannotOpen(path: "no/such.csv", code: 2)) {
      _ = try RecordReader(path: "no/such.csv").detection
    }
    #expect(throws: DelimitedTextError.cannotRead(path: ".", byte: 0, code: 21)) {
      _ = try RecordReader(path: ".").detection
    }
  }
}
