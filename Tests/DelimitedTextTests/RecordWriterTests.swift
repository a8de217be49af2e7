import DelimitedText
import Testing

struct RecordWriterTests {
  func written(_ write: (inout RecordWriter) -> Void) -> String {
    var writer = RecordWriter()
    write(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    (["a", "b"], "a,b\n"), ([""], "\n"), (["", ""], ",\n"), (["a,b"], "\"a,b\"\n"),
    (["say \"hi\""], "\"say \"\"hi\"\"\"\n"), (["\""], "\"\"\"\"\n"),
    (["two\nlines"], "\"two\nlines\"\n"), (["a\rb"], "\"a\rb\"\n"), ([" a "], " a \n"),
    (["a;b", "=x"], "a;b,=x\n"), (["日本"], "日本\n"),
  ])
  func quotesOnlyWhatNeedsIt(cells: [String], line: String) {
    let found = written { writer in
      for cell in cells { writer.append(cell) }
      writer.endRecord()
    }
    #expect(found == line)
  }

  @Test func quotesTheSeparatorThatItWrites() {
    var writer = RecordWriter(separator: Byte.semicolon)
    writer.append("a;b")
    writer.append("c,d")
    writer.endRecord()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "\"a;b\";c,d\n")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+49 30", "'+49 30"), ("-", "'-"), ("@me", "'@me"), ("\tx", "'\tx"),
    ("\rx", "\"'\rx\""), ("=\"a\"", "\"'=\"\"a\"\"\""), ("", ""), ("a=1", "a=1"), ("'x", "'x"),
    (" =1", " =1"),
  ])
  func guardsTextThatASpreadsheetCouldTakeForAFormula(text: String, cell: String) {
    #expect(written { $0.appendText(text) } == cell)
  }

  @Test func keepsTheSignOfNumbers() {
    let found = written { writer in
      writer.append(-5)
      writer.append(-1_500, decimals: 3)
      writer.appendEmpty()
      writer.endRecord()
    }
    #expect(found == "-5,-1.500,\n")
  }

  @Test(arguments: [
    (0, 0, "0", "0"), (7, 0, "7", "7"), (10, 0, "10", "10"), (-120, 0, "-120", "-120"),
    (916_667, 6, "0.916667", "0.916667"), (1_000_000, 6, "1.000000", "1"),
    (0, 3, "0.000", "0"), (1_500, 3, "1.500", "1.5"), (5, 3, "0.005", "0.005"),
    (-5, 3, "-0.005", "-0.005"), (100_000, 3, "100.000", "100"),
    (Int.max, 0, "9223372036854775807", "9223372036854775807"),
    (Int.min, 2, "-92233720368547758.08", "-92233720368547758.08"),
  ])
  func writesDecimals(units: Int, decimals: Int, fixed: String, trimmed: String) {
    #expect(written { $0.append(units, decimals: decimals) } == fixed)
    var bytes: [UInt8] = []
    bytes.appendTrimmedDecimal(units, decimals: decimals)
    #expect(String(decoding: bytes, as: UTF8.self) == trimmed)
  }

  @Test func repairsBytesThatAreNoText() {
    let bytes: [UInt8] = [0x61, 0xFF, 0x2C, 0xE2, 0x82, 0x22, 0xC3, 0xA9]
    let found = bytes.withUnsafeBytes { bytes in written { $0.appendRepaired(bytes) } }
    #expect(found == "\"a\u{FFFD},\u{FFFD}\"\"é\"")
  }

  @Test func repairsAsTheStandardLibraryDoes() {
    let seed: UInt64 = 0xFFFD
    var random = SeededGenerator(seed: seed)
    let alphabet: [UInt8] = [
      0x61, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF,
      0xF0, 0xF1, 0xF4, 0xF5, 0xFF,
    ]
    for _ in 0..<20_000 {
      let input = random.bytes(count: Int.random(in: 0...10, using: &random), of: alphabet)
      var repaired: [UInt8] = []
      let repairs = input.withUnsafeBytes { repaired.appendRepaired($0) }
      let expected = Array(String(decoding: input, as: UTF8.self).utf8)
      let isUTF8 = input.withUnsafeBytes { $0.isUTF8 }
      if repaired != expected || isUTF8 != (repairs == 0) || isUTF8 != (input == expected) {
        Issue.record("seed \(seed): \(input) became \(repaired), expected \(expected)")
        return
      }
    }
  }

  @Test(arguments: [Byte.comma, Byte.semicolon, Byte.tab, Byte.bar])
  func isReadBackAsItWasWritten(separator: UInt8) {
    let seed: UInt64 = 1_000 + UInt64(separator)
    var random = SeededGenerator(seed: seed)
    let dialect = Dialect(separator: separator)
    for _ in 0..<1_000 {
      var table: [[[UInt8]]] = []
      var writer = RecordWriter(separator: separator)
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        let record = (0..<Int.random(in: 1...4, using: &random)).map { _ in
          random.bytes(
            count: Int.random(in: 0...6, using: &random), of: Array(",;\t|\"\r\na' ".utf8))
        }
        table.append(record)
        for cell in record { cell.withUnsafeBytes { writer.append($0) } }
        writer.endRecord()
      }
      if cells(writer.bytes, dialect: dialect) != table {
        Issue.record("seed \(seed): \(table) is read back otherwise")
        return
      }
    }
  }
}
