import DelimitedText
import Testing

struct PlainScannerTests {
  struct Pair: Sendable {
    var input: String
    var rows: [[String]]
    var dialect = Dialect()
  }

  @Test(arguments: [
    Pair(input: "", rows: []),
    Pair(input: "a", rows: [["a"]]),
    Pair(input: "a,b\nc,d\n", rows: [["a", "b"], ["c", "d"]]),
    Pair(input: "a,b\nc,d", rows: [["a", "b"], ["c", "d"]]),
    Pair(input: "a,b\r\nc,d\r\n", rows: [["a", "b"], ["c", "d"]]),
    Pair(input: "a,b\r\nc,d\n", rows: [["a", "b"], ["c", "d"]]),
    Pair(input: "\n\n", rows: [[""], [""]]),
    Pair(input: ",", rows: [["", ""]]),
    Pair(input: "a,,c\n,,\n", rows: [["a", "", "c"], ["", "", ""]]),
    Pair(input: "a\n\nb\n", rows: [["a"], [""], ["b"]]),
    Pair(input: "a,b\nc\nd,e,f\n", rows: [["a", "b"], ["c"], ["d", "e", "f"]]),
    Pair(input: " a , b \n", rows: [[" a ", " b "]]),
    Pair(input: "naïve,“quoted”,日本\n", rows: [["naïve", "“quoted”", "日本"]]),
  ])
  func readsUnquotedFields(_ pair: Pair) {
    #expect(rows(pair.input, dialect: pair.dialect) == pair.rows)
  }

  @Test(arguments: [
    Pair(input: #""a","b""#, rows: [["a", "b"]]),
    Pair(input: #""""#, rows: [[""]]),
    Pair(input: #""",""#, rows: [["", ""]]),
    Pair(input: "\"\",\"\"\n", rows: [["", ""]]),
    Pair(input: #""a,b",c"#, rows: [["a,b", "c"]]),
    Pair(input: #""say ""hi""",x"#, rows: [[#"say "hi""#, "x"]]),
    Pair(input: String(repeating: "\"", count: 8), rows: [["\"\"\""]]),
    Pair(
      input: "\"two\nlines\",x\n\"two\r\nlines\",y\n",
      rows: [["two\nlines", "x"], ["two\r\nlines", "y"]]),
    Pair(input: "\"a\"\r\n\"b\"\r\n", rows: [["a"], ["b"]]),
    Pair(
      input: #"1,"{""type"": ""Point"", ""at"": [102.0, 0.5]}""# + "\n",
      rows: [["1", #"{"type": "Point", "at": [102.0, 0.5]}"#]]),
  ])
  func readsQuotedFields(_ pair: Pair) {
    #expect(rows(pair.input, dialect: pair.dialect) == pair.rows)
  }

  @Test(arguments: [
    Pair(input: "a;b|c\n", rows: [["a", "b|c"]], dialect: Dialect(separator: Byte.semicolon)),
    Pair(input: "a\t\"b\tc\"\n", rows: [["a", "b\tc"]], dialect: Dialect(separator: Byte.tab)),
    Pair(
      input: "'a,b','it''s'\n", rows: [["a,b", "it's"]], dialect: Dialect(quote: Byte.apostrophe)),
    Pair(input: "\"a,b\"\n", rows: [["\"a", "b\""]], dialect: Dialect(quote: nil)),
    Pair(
      input: #""a\"b","c\\","d\n","e""f""# + "\n", rows: [[#"a"b"#, #"c\"#, #"d\n"#, #"e"f"#]],
      dialect: Dialect(escape: .backslash)),
    Pair(input: "a\\,b\n", rows: [["a\\", "b"]], dialect: Dialect(escape: .backslash)),
    Pair(input: "a,b\rc\nd\r", rows: [["a", "b"], ["c\nd"]], dialect: Dialect(lineEnd: .cr)),
    Pair(input: "\"a\rb\"\rc", rows: [["a\rb"], ["c"]], dialect: Dialect(lineEnd: .cr)),
    Pair(
      input: "a\rb\nc\r\nd\r\re\r", rows: [["a"], ["b"], ["c"], ["d"], [""], ["e"]],
      dialect: Dialect(lineEnd: .any)),
    Pair(input: "a\rb\nc\r", rows: [["a\rb"], ["c"]]),
  ])
  func readsOtherDialects(_ pair: Pair) {
    #expect(rows(pair.input, dialect: pair.dialect) == pair.rows)
  }

  @Test(arguments: [
    (#"a,5" pipe,b"#, [["a", #"5" pipe"#, "b"]], IrregularQuoting(quotesInText: 1)),
    (#"a "b", c"#, [[#"a "b""#, " c"]], IrregularQuoting(quotesInText: 2)),
    (#" "b",c"#, [[#" "b""#, "c"]], IrregularQuoting(quotesInText: 2)),
    (#""a"b,c"#, [["ab", "c"]], IrregularQuoting(textAfterQuotes: 1)),
    (#""a" ,c"#, [["a ", "c"]], IrregularQuoting(textAfterQuotes: 1)),
    (
      #""a"b"c",d"#, [[#"ab"c""#, "d"]],
      IrregularQuoting(quotesInText: 2, textAfterQuotes: 1)
    ),
    ("\"a\"\rb\n", [["a\rb"]], IrregularQuoting(textAfterQuotes: 1)),
    ("a,\"b\nc", [["a", "b\nc"]], IrregularQuoting(unclosedQuotes: 1)),
    ("\"", [[""]], IrregularQuoting(unclosedQuotes: 1)),
    (#""a"""#, [[#"a""#]], IrregularQuoting(unclosedQuotes: 1)),
    (#""a","b""#, [["a", "b"]], IrregularQuoting()),
    ("\"a\"\r\n\"b\"\r", [["a"], ["b"]], IrregularQuoting()),
  ])
  func keepsTheTextOfIrregularQuotingAndCountsIt(
    input: String, expected: [[String]], irregular: IrregularQuoting
  ) {
    #expect(rows(input) == expected)
    let noted = scan(Array(input.utf8)) {
      PlainScanner().scan($0, isFinal: $1, into: &$2)
    }
    #expect(noted.irregularQuoting == irregular)
  }

  @Test(arguments: [
    ("a,b", 0), ("a,b\nc", 4), ("\"a\nb", 0), ("a\n\"b\n\"", 2), ("a\r", 0), ("a\n\"b\"\r", 2),
  ])
  func leavesTheRecordWithoutAnEndToTheNextScan(input: String, coveredBytes: Int) {
    var index = FieldIndex()
    let result = withBytes(input) { PlainScanner().scan($0, isFinal: false, into: &index) }
    #expect(result == ScanResult(coveredBytes: coveredBytes))
    #expect(index.recordCount == (coveredBytes == 0 ? 0 : 1))
  }

  @Test func notesTheByteThatEndsEachField() {
    var index = FieldIndex()
    _ = withBytes("ab,c\r\n\"d\n\",e") { PlainScanner().scan($0, isFinal: true, into: &index) }
    let end = FieldIndex.recordEnd
    #expect(Array(index.entries) == [2, 5 | end, 10, 12 | end])
  }

  @Test(arguments: Dialect.Escape.allCases, Dialect.LineEnd.allCases)
  func agreesWithTheReferenceOnRandomInput(
    escape: Dialect.Escape, lineEnd: Dialect.LineEnd
  ) {
    let seed: UInt64 = 20_261
    var random = SeededGenerator(seed: seed)
    for quote in [Byte.quote, nil] {
      let dialect = Dialect(quote: quote, escape: escape, lineEnd: lineEnd)
      for _ in 0..<1_000 {
        let count = Int.random(in: 0...24, using: &random)
        let input = random.bytes(count: count, of: Array(",\"\r\n\\ab".utf8))
        let own = cells(input, dialect: dialect)
        if own != referenceCells(input, dialect: dialect) {
          Issue.record("seed \(seed): \(dialect) reads \(input) as \(own)")
          return
        }
      }
    }
  }
}
