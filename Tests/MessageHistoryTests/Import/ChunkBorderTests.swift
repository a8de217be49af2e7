import MessageHistory
import Testing

/// Files of more than one block of a mebibyte.
struct ChunkBorderTests {
  private static let header = "conversation_id,timestamp,direction,text\n"
  private static let block = BlockFingerprint.blockSize

  /// The header and rejected rows, `count` bytes in all.
  private func filled(to count: Int) -> [UInt8] {
    var bytes = Array(Self.header.utf8)
    while bytes.count < count {
      // No cell of the row may be cut short by what is left.
      let rest = count - bytes.count
      let length = rest < 100_000 ? rest : 50_000
      let row = Array(",1,in,".utf8)
      bytes += row + Array(repeating: UInt8(ascii: "x"), count: length - row.count - 1) + [0x0A]
    }
    return bytes
  }

  @Test func aBlocksBorderMayLieAtEveryByteOfARecord() throws {
    let record = Array("c,2,in,\"one\ntwo \"\"three\"\",\u{E9}\"\r\n".utf8)
    let end = Array("c,3,out,end".utf8)
    for shift in 0...record.count {
      let bytes = filled(to: Self.block - shift) + record + end
      let read = try HistoryReading(workers: shift % 3 + 1).read([bytes])
      #expect(read.texts == ["one\ntwo \"three\",\u{E9}", "end"], "border at byte \(shift)")
      #expect(read.totals.rowsRead == read.totals.rejected(.noConversationID) + 2)
      let start = Place(Self.block - shift)
      #expect(read.places == [start, start.advanced(by: record.count)])
    }
  }

  @Test(arguments: [-1, 0, 1])
  func aFileMayEndAtABlocksBorder(excess: Int) throws {
    let row = Array("c,2,in,last".utf8)
    let bytes = filled(to: Self.block * 2 + excess - row.count) + row
    #expect(try HistoryReading().read([bytes]).texts == ["last"])
  }

  @Test func aHeaderMayBeNearlyAsLongAsABlock() throws {
    let header =
      Array("conversation_id,timestamp,direction,text,".utf8)
      + Array(repeating: UInt8(ascii: "h"), count: Self.block - 60) + [0x0A]
    let rows = (1...10).map { "c,\($0),in,\($0)\n" }.joined()
    let read = try HistoryReading(workers: 2).read([header + Array(rows.utf8)])
    #expect(read.texts == (1...10).map(String.init))
    #expect(read.totals.rowsRead == 10)
  }

  @Test(arguments: [1, 2, 3])
  func aRecordMayBeLongerThanABlock(workers: Int) throws {
    let line = String(repeating: "long, \"\"text\"\"\n", count: 110_000)
    #expect(line.utf8.count > Self.block * 3 / 2)
    let text = Self.header + "c,1,in,a\nc,2,in,\"\(line)\"\nc,3,in,b\nc,4,in,\"\(line)\"\n"
    let read = try HistoryReading(workers: workers).read(text)
    let said = line.replacing("\"\"", with: "\"")
    #expect(read.rows.map(\.seconds) == [1, 2, 3, 4])
    // The comparison is by bytes, since a failure should not print all of them.
    let areAsWritten = read.texts == ["a", said, "b", said]
    #expect(areAsWritten)
  }

  @Test(arguments: [11, 12] as [UInt64])
  func recordsOfAllSizesAreReadByAnyNumberOfWorkers(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    var files: [[UInt8]] = []
    var expected: [String] = []
    for _ in 0..<2 {
      var text = Self.header
      while text.utf8.count < Self.block * 5 / 4 {
        // Mostly short rows, now and then one of a good part of a block.
        let isLong = Int.random(in: 0..<10, using: &random) == 0
        let count = Int.random(in: 0..<(isLong ? 40_000 : 400), using: &random)
        let piece = ["a\n", "\"\"", ",", "\r\n", "é"].randomElement(using: &random) ?? ""
        let cell = String(repeating: piece, count: count)
        text += "c\(expected.count % 7),\(expected.count),in,\"\(cell)\"\n"
        expected.append(cell.replacing("\"\"", with: "\""))
      }
      files.append(Array(text.utf8))
    }
    for workers in 1...3 {
      let read = try HistoryReading(workers: workers).read(files)
      let texts = read.rows.sorted { $0.milliseconds < $1.milliseconds }.map(\.text)
      let areAsWritten = texts == expected
      #expect(areAsWritten, "seed \(seed), \(workers) workers")
      #expect(read.totals.rowsRead == expected.count, "seed \(seed), \(workers) workers")
    }
  }
}
