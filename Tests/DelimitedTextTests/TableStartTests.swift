import DelimitedText
import Testing

struct TableStartTests {
  /// Where the table begins: the bytes, records and lines before it.
  struct Start: Equatable {
    var bytes: Int
    var records: Int
    var lines: Int
  }

  private func table(_ sample: String) -> TableStart {
    withBytes(sample) { DialectDetection(sample: $0, isWholeInput: true).table }
  }

  private func start(_ sample: String) -> Start {
    let table = table(sample)
    return Start(
      bytes: table.skippedBytes, records: table.skippedRecords, lines: table.skippedLines)
  }

  @Test(arguments: [
    // A title, with and without an empty line, and one as wide as the table.
    ("Messages\na,b,c\n1,2,3\n", Start(bytes: 9, records: 1, lines: 1)),
    ("Messages of all pages\n\na,b,c\n1,2,3\n", Start(bytes: 23, records: 1, lines: 2)),
    ("Messages,,\n,,\na,b,c\n1,2,3\n", Start(bytes: 14, records: 1, lines: 2)),
    // Lines of names and values before a wide table.
    ("From,2026-11-01\nTo,2026-11-07\na,b,c,d\n1,2,3,4\n", Start(bytes: 30, records: 2, lines: 2)),
    ("Title\r\na,b\r\n1,2\r\n3,4\r\n", Start(bytes: 7, records: 1, lines: 1)),
    // A quoted title of two lines.
    ("\"Messages\nof all\"\na,b,c\n1,2,3\n", Start(bytes: 18, records: 1, lines: 2)),
  ])
  func beginsAfterProse(sample: String, expected: Start) {
    #expect(start(sample) == expected)
  }

  @Test(arguments: [
    // Two index columns without a name, a ragged header, one that is shorter than its rows.
    ",,a,b\n1,x,2,3\n2,y,4,5\n", "a,b,c\n1,2,3,4\n5,6,7,8\n", "a,b,c,d\n1,2,3\n5,6,7\n",
    // One column, a header alone, nothing, and blank lines first.
    "a\n1\n2\n", "a,b,c\n", "", "\n\na,b\n1,2\n",
    // Sparse rows, headerless: figures are data.
    "7,,\n1,2,3\n4,5,6\n",
    // Two columns, the second without a name.
    "a,\n1,2\n3,4\n",
  ])
  func beginsWithTheFirstRecordOtherwise(sample: String) {
    #expect(start(sample) == Start(bytes: 0, records: 0, lines: 0))
  }

  @Test func takesManyNarrowRecordsForData() {
    let narrow = String(repeating: "name\n", count: 60)
    let wide = String(repeating: "a,b,c\n", count: 100)
    #expect(start(narrow + wide) == Start(bytes: 0, records: 0, lines: 0))
  }

  @Test(arguments: [
    ("a,b\n1,2\n", TableStart.FirstRecord.names), ("1,2\n3,4\n", .data),
    ("x,2026-11-01 10:00\n", .data), ("", .missing), ("\n \n", .missing),
  ])
  func tellsWhatItsFirstRecordIs(sample: String, expected: TableStart.FirstRecord) {
    #expect(table(sample).firstRecord == expected)
  }
}
