import DelimitedText
import Testing

struct RecordTests {
  @Test func givesFieldsAsWrittenAndCellsAsMeant() throws {
    let found = withFirstRecord("a,\"b \"\"c\"\"\",\"d\"\r\n") { record -> [String] in
      var scratch = ByteScratch()
      let field = String(decoding: record.field(1), as: UTF8.self)
      let cell = String(decoding: record.cell(1, scratch: &scratch), as: UTF8.self)
      let last = String(decoding: record.field(2), as: UTF8.self)
      return [field, cell, last, String(decoding: record.bytes, as: UTF8.self)]
    }
    #expect(
      found == [#""b ""c""""#, #"b "c""#, #""d""#, #"a,"b ""c""","d""#])
  }

  /// What is not plain has to be unquoted or trimmed.
  @Test(arguments: [
    ("a", "a"), ("", ""), ("a b", "a b"), ("\"a\"", nil), (" a", nil), ("a ", nil), ("é", nil),
    ("\u{7F}a", nil), ("a\t", nil), ("!~", "!~"), (" ", nil),
  ])
  func lendsPlainCellsAsTheyLie(field: String, expected: String?) {
    // The same as the first, the middle and the last field of a record, with and without CR.
    for (input, number) in [
      ("\(field),x\n", 0), ("x,\(field),y\n", 1), ("x,\(field)\n", 1), ("x,\(field)", 1),
    ] {
      let found = withFirstRecord(input) { record in
        record.plainCell(number).map {
          String(decoding: UnsafeRawBufferPointer(start: $0.start, count: $0.count), as: UTF8.self)
        }
      }
      #expect(found == .some(expected), "\(input.debugDescription)")
    }
    #expect(withFirstRecord("x,\(field)\r\n") { $0.plainCell(1) == nil } == true)
  }

  @Test(arguments: [
    (0, 0, "a"), (0, 1, "a,\"b,\""), (1, 1, "\"b,\""), (1, 2, "\"b,\",c\r"), (2, 9, "c\r"),
    (3, 4, ""),
  ])
  func lendsAdjacentFieldsAsWritten(first: Int, last: Int, expected: String) {
    let found = withFirstRecord("a,\"b,\",c\r\n") { record in
      let span = record.span(from: first, through: last)
      return String(
        decoding: UnsafeRawBufferPointer(start: span.start, count: span.count), as: UTF8.self)
    }
    #expect(found == expected)
  }

  @Test func readsMissingCellsAsEmpty() {
    let counts = withFirstRecord("a,b\n") { record in
      var scratch = ByteScratch()
      return [
        record.fieldCount, record.field(2).count, record.cell(7, scratch: &scratch).count,
        record.field(-1).count,
      ]
    }
    #expect(counts == [2, 0, 0, 0])
  }

  @Test func copiesNothingWhereNothingIsEscaped() {
    let isInPlace = withFirstRecord("x,\"plain\"\n") { record in
      var scratch = ByteScratch()
      let cell = record.cell(1, scratch: &scratch)
      let field = record.field(1)
      return cell.baseAddress == field.baseAddress.map { $0 + 1 } && cell.count == 5
    }
    #expect(isInPlace == true)
  }

  @Test func keepsUnescapedCellsUntilTheScratchIsReset() {
    let wide = String(repeating: "w", count: 50_000)
    let found = withFirstRecord("\"a\"\"\",\"\(wide)\"\"\",\"\(wide)\"\"\"\n") { record in
      var scratch = ByteScratch()
      let cells = (0..<3).map { record.cell($0, scratch: &scratch) }
      let texts = cells.map { String(decoding: $0, as: UTF8.self) }
      scratch.reset()
      let again = String(decoding: record.cell(0, scratch: &scratch), as: UTF8.self)
      return texts + [again]
    }
    #expect(found == ["a\"", wide + "\"", wide + "\"", "a\""])
  }

  @Test(arguments: [
    ("\n", true), (",,,\n", true), (" \t, \r\n", true), ("\"\",\"  \"\n", true),
    ("\u{A0},\u{3000}\n", true), ("\"\n\",\n", true), ("a\n", false), (",,0\n", false),
    ("\"\"\"\"\n", false), ("é\n", false), ("\u{FEFF}\n", false),
  ])
  func tellsBlankRecords(input: String, isBlank: Bool) {
    #expect(withFirstRecord(input) { $0.isBlank } == isBlank)
  }

  @Test(arguments: [
    ("", ""), ("  ", ""), ("a", "a"), (" \t\u{B}\u{C}\r\na b\u{85}\u{A0} ", "a b"),
    ("\u{1680}\u{2000}\u{200A}x\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}", "x"),
    ("\u{200B}x\u{FEFF}", "\u{200B}x\u{FEFF}"),
  ])
  func trimsUnicodeWhiteSpace(input: String, expected: String) {
    let found = withBytes(input) { String(decoding: $0.trimmingWhiteSpace(), as: UTF8.self) }
    #expect(found == expected)
  }
}
