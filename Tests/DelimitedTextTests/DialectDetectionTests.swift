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

  @Test(arguments: [
    ("a^b^c\n1^2^3\n4^5^6\n", "^"), ("a~b~c\n1~2~3\n", "~"), ("a:b:c\n1:2:3\n4:x:6\n", ":"),
    ("a b c\n1 2 3\n4 5 6\n", " "), ("a\u{1F}b\n1\u{1F}2\n", "\u{1F}"),
    // Clock times and words do not outdo a usual separator.
    ("id,at,text\n1,10:30:00,good day\n2,11:45:10,see you\n", ","),
    ("at;text\n2026-11-01 10:00:00;hello there\n2026-11-01 10:05:00;good day\n", ";"),
    // Texts with unquoted commas, a header without.
    ("id|text\n1|yes, sure\n2|no, thanks, bye\n", "|"),
    // Quoted texts with everything in them.
    ("id,text\n1,\"a; b; c\"\n2,\"d; e; f\"\n", ","),
  ])
  func choosesRarerSeparatorsByEvidence(sample: String, separator: String) {
    #expect(detect(sample).dialect == Dialect(separator: separator.utf8.first ?? 0))
  }

  @Test(
    arguments: [
      // Apostrophes around cells, and one within.
      ("id,text\n1,'a, b'\n2,'c, d'\n", Dialect(quote: Byte.apostrophe)),
      ("id,text\n1,'a, b'\n2,'c''s, d'\n3,'e, f'\n", Dialect(quote: Byte.apostrophe)),
      // Apostrophes in words only.
      ("id,text\n1,it's\n2,'tis late\n3,don't\n", Dialect()),
      ("id,text\n1,\"it's, well, 'so'\"\n2,\"x\"\n", Dialect()),
      // Inches, at the end of cells and at their start.
      ("id,size\n1,5\" pipe\n2,6\"\n", Dialect()),
      ("id,note\n1,\"open\n2,\"ended\n3,x\n4,y\n5,\"z\n", Dialect(quote: nil)),
      // Backslashes before quotes, and at the end of a quoted path.
      ("id,text\n1,\"say \\\"hi\\\", you\"\n2,\"b\"\n", Dialect(escape: .backslash)),
      ("id,path\n1,\"C:\\dir\\\"\n2,\"D:\\x\\\"\n", Dialect()),
      // Spaces before quotes.
      ("id, text\n1, \"a, b\"\n2, \"c, d\"\n", Dialect(isPadded: true)),
      ("id, text\n1, a\n2, b\n", Dialect()),
    ] as [(String, Dialect)])
  func choosesQuotesEscapesAndPaddingByEvidence(sample: String, dialect: Dialect) {
    #expect(detect(sample).dialect == dialect)
  }

  @Test func givesTheCandidatesAsEvidence() throws {
    let detection = detect("a,b;c\n1,2\n\n3\n4,5")
    let best = try #require(detection.candidates.first)
    #expect(detection.reason == .bestScore)
    #expect([best.width, best.records, best.agreeingRecords] == [2, 4, 3])
    // Three of four records of two cells, one of one: (3/4)² · 1/2; two of seven cells are text
    // that another separator cuts, the others are typed.
    #expect(best.pattern == 0.281_25)
    #expect(best.quoting == 1)
    #expect(detection.candidates.map(\.score) == detection.candidates.map(\.score).sorted(by: >))
    #expect(detect("conversation\n1\n").reason == .nothingSeparated)
  }

  @Test func leavesTheCutRecordAtTheEndOfASampleOutOfAccount() {
    #expect(detect("a,b\n1,2\n3", isWholeInput: false).candidates.first?.records == 2)
    #expect(detect("a,b\n1,2\n3").candidates.first?.records == 3)
  }

  @Test func keepsWhatIsKnownBeforehand() {
    let sample = "a;b\n1;'2'\n"
    func dialect(_ overrides: DialectOverrides) -> Dialect {
      withBytes(sample) {
        DialectDetection(samples: [$0], isWholeInput: true, overrides: overrides).dialect
      }
    }
    #expect(
      dialect(DialectOverrides(separator: Byte.comma)).separator == Byte.comma)
    #expect(dialect(DialectOverrides(quote: .none)).quote == nil)
    #expect(dialect(DialectOverrides(quote: .byte(0x60))).quote == 0x60)
    #expect(dialect(DialectOverrides(escape: .backslash)).escape == .backslash)
  }

  @Test func looksAtTheMiddleAndTheEndToo() {
    // The beginning has no quotes; the end tells of apostrophes.
    let plain = String(repeating: "1;x\n", count: 20_000)
    let quoted = String(repeating: "2;'a; b'\n", count: 2_000)
    let bytes = Array(("id;text\n" + plain + quoted).utf8)
    let places = DialectDetection.samplePlaces(size: bytes.count)
    #expect(places.count == 2)
    let dialect = bytes.withUnsafeBytes { all in
      DialectDetection(
        samples: places.map { UnsafeRawBufferPointer(rebasing: all[$0]) }, isWholeInput: false
      ).dialect
    }
    #expect(dialect == Dialect(separator: Byte.semicolon, quote: Byte.apostrophe))
  }

  @Test(arguments: [
    (0, [0..<0]), (10, [0..<10]), (65_536, [0..<65_536]), (70_000, [0..<65_536]),
    (73_728, [0..<65_536, 65_536..<73_728]),
    (1_000_000, [0..<65_536, 495_904..<504_096, 991_808..<1_000_000]),
  ])
  func samplesTheBeginningTheMiddleAndTheEnd(size: Int, places: [Range<Int>]) {
    #expect(DialectDetection.samplePlaces(size: size) == places)
  }

  @Test(arguments: [
    // Line feeds first, carriage returns later, and the other way round.
    ("a,b\n1,2\r3,4\r5,6\n", Dialect.LineEnd.any), ("a,b\r1,2\n3,4\r\n", .any),
    // A carriage return in a text that is not quoted ends nothing.
    ("a,b\n1,x\ry\n2,z\n", .lf), ("a,b\r\n1,2\n3,4\r\n", .lf),
  ])
  func readsMixedLineEndsWhereRecordsAgreeThatWay(sample: String, lineEnd: Dialect.LineEnd) {
    #expect(detect(sample).dialect.lineEnd == lineEnd)
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
    #expect((detection.firstZeroByte != nil) == isBinary)
  }

  @Test func looksAtTheSampleOnly() {
    let sample = "a;b\n" + String(repeating: "1;2\n", count: 20_000) + "\0"
    #expect(detect(sample).firstZeroByte == nil)
    #expect(detect(sample).candidates.first?.records == 16_384)
  }
}
