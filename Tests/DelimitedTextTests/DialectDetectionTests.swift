import DelimitedText
import Testing

struct DialectDetectionTests {
  func detect(_ sample: String, isWholeInput: Bool = true) -> DialectDetection {
    withBytes(sample) { DialectDetection(sample: $0, isWholeInput: isWholeInput) }
  }

  @Test(arguments: [
    ("id,at,text\n1,2,3\n", Byte.comma),
    ("id;at;text\n1;2;3\n", Byte.semicolon),
    ("id\tat\ttext\n1\t2\t3\n", Byte.tab),
    ("id|at|text\n1|2|3\n", Byte.bar),
    // Decimal commas and commas in the text of every row.
    ("id;amount;text\n1;2,5;a, b\n2;3,5;c, d\n", Byte.semicolon),
    // A comma in the header splits it too, but not the rows.
    ("id;time (h, min);text\n1;2;3\n4;5;6\n", Byte.semicolon),
    // The other separator stands in quotes.
    ("id,\"a;b;c;d\"\n1,\"x;y\"\n2,z\n", Byte.comma),
    ("\n\nid;at\n1;2\n", Byte.semicolon),
    // Only a header: the separator that splits it into more.
    ("id;at, local;text\n", Byte.semicolon),
    ("conversation\n1\n", Byte.comma),
    ("", Byte.comma),
  ])
  func choosesTheSeparatorThatSplitsTheRecordsLikeTheHeader(sample: String, separator: UInt8) {
    #expect(detect(sample).dialect == Dialect(separator: separator))
  }

  @Test func saysHowTheRecordsAgree() {
    let split = detect("a,b\n1,2\n\n3\n4,5").split
    #expect(
      [split.headerFields, split.records, split.agreeingRecords] == [2, 3, 2])
  }

  @Test func leavesTheCutRecordAtTheEndOfASampleOutOfAccount() {
    #expect(detect("a,b\n1,2\n3", isWholeInput: false).split.records == 1)
    #expect(detect("a,b\n1,2\n3").split.records == 2)
  }

  @Test(arguments: [
    ("a,b\r1,2\r", Dialect.LineEnd.cr), ("a,b\r\n1,2\r\n", .lf), ("a,b\n1,\"x\ry\"\n", .lf),
    ("a,b", .lf),
  ])
  func readsCarriageReturnsAsLineEndsWhereThereAreNoOthers(
    sample: String, lineEnd: Dialect.LineEnd
  ) {
    #expect(detect(sample).dialect.lineEnd == lineEnd)
  }

  @Test(
    arguments: [
      ([0xEF, 0xBB, 0xBF, 0x61], ByteOrderMark.utf8, false),
      ([0xFF, 0xFE, 0x61, 0x00], .utf16LittleEndian, false),
      ([0xFE, 0xFF, 0x00, 0x61], .utf16BigEndian, false),
      ([0x61, 0x2C, 0x00], nil, true), ([0x61], nil, false), ([0xEF, 0xBB], nil, false),
    ] as [([UInt8], ByteOrderMark?, Bool)])
  func reportsTheByteOrderMarkAndBinaryContent(
    sample: [UInt8], mark: ByteOrderMark?, isBinary: Bool
  ) {
    let detection = sample.withUnsafeBytes {
      DialectDetection(sample: $0, isWholeInput: true)
    }
    #expect(detection.byteOrderMark == mark)
    #expect(detection.isBinary == isBinary)
  }

  @Test func looksAtTheSampleOnly() {
    let sample = "a;b\n" + String(repeating: "1;2\n", count: 20_000) + "\0"
    #expect(!detect(sample).isBinary)
    #expect(detect(sample).split.records == 16_383)
  }
}
