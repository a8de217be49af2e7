import DelimitedText
import Synchronization
import TestSupport
import Testing

@testable import MessageHistory

/// Blocks much smaller than in earnest, so that every kind of border comes up.
struct ChunkQueueTests {
  private static let header = "conversation_id,timestamp,direction,text\n"

  /// Text with quotes where they belong and, with `isIrregular`, where they do not.
  private func rows(isIrregular: Bool, _ random: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<random.number(in: 1..<60) {
      for cell in 0..<random.number(in: 1..<6) {
        let piece = random.element(of: ["a", "bc", "", "\r", "é"]) ?? ""
        let quoted = random.element(of: ["\n", "\"\"", ",", "x", "\r\n", "\n\n,\"\""]) ?? ""
        text += cell == 0 ? "" : ","
        if random.chance(percent: 40) {
          text += "\"" + String(repeating: quoted, count: random.number(in: 0..<5)) + "\""
        } else {
          text += piece
        }
        if isIrregular, random.chance(percent: 4) {
          text += random.element(of: ["\"", "x\"", "\"y"]) ?? ""
        }
      }
      text += random.chance(percent: 20) ? "\r\n" : "\n"
    }
    return text
  }

  /// Where records begin, with their bytes, as the plain scanner has it.
  private func expected(_ inputs: [PreparedInput], _ files: [[UInt8]]) -> [String] {
    zip(inputs, files).enumerated().flatMap { number, entry in
      let (input, bytes) = entry
      return bytes.withUnsafeBytes { bytes in
        let rows = UnsafeRawBufferPointer(rebasing: bytes[min(input.firstRow, bytes.count)...])
        var index = FieldIndex()
        _ = PlainScanner(dialect: input.dialect).scan(rows, isFinal: true, into: &index)
        return index.withRecords(of: rows, dialect: input.dialect) { batch in
          batch.map {
            "\(number) \(input.firstRow + $0.start) \($0.fieldCount) \(Array($0.bytes))"
          }
        }
      }
    }
  }

  private func records(_ queue: ChunkQueue, _ inputs: [PreparedInput]) throws -> [String] {
    var records: [String] = []
    var chunk = Chunk()
    while try queue.next(&chunk) {
      let (number, offset) = (chunk.input, chunk.offset)
      records += chunk.index.withRecords(of: chunk.records, dialect: inputs[number].dialect) {
        $0.map { "\(number) \(offset + $0.start) \($0.fieldCount) \(Array($0.bytes))" }
      }
    }
    return records
  }

  @Test(arguments: [false, true])
  func anyBlockSizeAndAnyNumberOfWorkersGiveTheRecordsOfThePlainScanner(isIrregular: Bool) throws {
    var random = SeededGenerator(seed: isIrregular ? 41 : 42)
    for _ in 0..<60 {
      let files = (0..<random.number(in: 1..<4)).map { _ in
        Array((Self.header + rows(isIrregular: isIrregular, &random)).utf8)
      }
      let folder = try TemporaryFolder()
      let inputs = try HistoryReading().prepare(files, in: folder)
      let expected = expected(inputs, files)
      for blockSize in [1, 2, 3, 7, 16, 61, 64, 200, 1_000] {
        for workers in [1, 3] {
          // Whether bytes are in the system's cache is nobody's business.
          let relief = blockSize == 61 ? CacheRelief { 0 } : nil
          let queue = ChunkQueue(PreparedInputs(inputs), blockSize: blockSize, relief: relief)
          let found = try withWorkers(workers) { _ in try records(queue, inputs) }.flatMap(\.self)
          let isSame = Set(found) == Set(expected) && found.count == expected.count
          #expect(isSame, "\(random), blocks of \(blockSize), \(workers) workers")
          if workers == 1 { #expect(found == expected, "\(random), blocks of \(blockSize)") }
        }
      }
    }
  }

  @Test func irregularQuotesAreCountedOnceWhateverTheBlocks() throws {
    let text = Self.header + "c,1,in,a\"b\"c\nc,2,in,\"x\"y\nc,3,in,\"z\nc,4,in,w\n"
    // So few rows would rather be read without quotes.
    var settings = HistoryReading().settings
    settings.quote = .byte(UInt8(ascii: "\""))
    let path = try TemporaryFolder().write(Array(text.utf8), to: "quotes.csv")
    let inputs = try [PreparedInput(InputFile(path: path, name: "quotes.csv"), settings: settings)]
    for blockSize in [1, 5, 17, 1_000] {
      let queue = ChunkQueue(PreparedInputs(inputs), blockSize: blockSize)
      _ = try records(queue, inputs)
      #expect(
        queue.irregularQuoting
          == IrregularQuoting(quotesInText: 2, textAfterQuotes: 1, unclosedQuotes: 1))
    }
  }

  @Test func theFailureOfTheFirstBlockIsTold() throws {
    let start = Self.header + "c,1,in,\""
    let text = start + String(repeating: "y", count: 4_000)
    let inputs = try HistoryReading().prepare([Array(text.utf8)], in: TemporaryFolder())
    let queue = ChunkQueue(PreparedInputs(inputs), longestRecord: 500, blockSize: 100)
    #expect(throws: MessageHistoryError.self) {
      _ = try withWorkers(3) { _ in try records(queue, inputs) }
    }
    #expect(
      queue.failure
        == .recordTooLong(
          path: "0.csv", byte: Self.header.utf8.count, limit: 500, missing: .quote))
  }
}
