import DelimitedText
import Testing

/// The first fields of a record are those that the plain scanner finds.
struct LeadingFieldsTests {
  static let dialects = [
    Dialect(), Dialect(separator: UInt8(ascii: ";")), Dialect(quote: nil), Dialect(lineEnd: .cr),
  ]

  @Test(arguments: dialects, ScanKernel.supported)
  func areThoseOfThePlainScanner(dialect: Dialect, kernel: ScanKernel) {
    let seed: UInt64 = 91
    var random = SeededGenerator(seed: seed)
    let plain = PlainScanner(dialect: dialect)
    let alphabet = Array("\"\"\r\n;,abcdefghijklmn\u{E9}".utf8)
    var found = 0
    for _ in 0..<20_000 {
      let wanted = Int.random(in: 1...6, using: &random)
      var input = random.bytes(count: Int.random(in: 0...150, using: &random), of: alphabet)
      if Bool.random(using: &random) { input += Array("\"b\",c\r\n".utf8) }
      var index = FieldIndex()
      let slow = input.withUnsafeBytes { bytes in
        let isWhole = plain.scanFirstRecord(bytes, isFinal: true, into: &index)
        return index.withRecords(of: bytes, dialect: dialect) { batch in
          isWhole ? batch.makeIterator().first.map { fields(of: $0, upTo: wanted) } : nil
        }
      }
      guard let fast = leadingFields(wanted, of: input, dialect, kernel) else { continue }
      found += 1
      let text = String(decoding: input, as: UTF8.self).debugDescription
      #expect(fast == slow, "seed \(seed): \(wanted) of \(text)")
    }
    #expect(found > 1_000)
  }

  /// What the first fields say; nil where they are left to a scanner.
  private func leadingFields(
    _ count: Int, of text: [UInt8], _ dialect: Dialect = Dialect(),
    _ kernel: ScanKernel = .best
  ) -> [[UInt8]]? {
    guard var leading = LeadingFields(count: count, dialect: dialect, kernel: kernel) else {
      return nil
    }
    return text.withUnsafeBytes { bytes in
      leading.find(at: bytes) ? leading.record.map { fields(of: $0, upTo: count) } : nil
    }
  }

  /// What the first fields say, trimmed: what comes behind them decides on nothing.
  private func fields(of record: Record, upTo count: Int) -> [[UInt8]] {
    var scratch = ByteScratch()
    return (0..<count).map { Array(record.trimmedCell($0, scratch: &scratch)) }
  }

  @Test(arguments: [
    ("a,b,c\n", ["a", "b"]), ("\"a,\"\"b\",\" c \",d\n12345678", ["a,\"b", "c"]),
    ("a\r\n", ["a", ""]), ("\"a\",\"b\"\r\n", ["a", "b"]), ("a,b\n", ["a", "b"]),
  ])
  func areFoundWithoutTheRestOfTheRecord(text: String, cells: [String]) {
    let found = leadingFields(2, of: Array(text.utf8))
    #expect(found == cells.map { Array($0.utf8) })
  }

  @Test(arguments: ["a\"b,c,d       ", "\"a\"b,c,d       ", "\"a,b,c        ", "a,b", ""])
  func leaveToTheScannerWhatIsIrregularOrCut(text: String) {
    #expect(leadingFields(2, of: Array(text.utf8)) == nil)
  }

  @Test(arguments: [Dialect(escape: .backslash), Dialect(lineEnd: .any), Dialect(isPadded: true)])
  func areNotLookedForWhereADialectHasMoreForms(dialect: Dialect) {
    #expect(leadingFields(2, of: Array("a,b,c        ".utf8), dialect) == nil)
  }
}

extension RecordBatch.Iterator {
  fileprivate var first: Record? {
    var records = self
    return records.next()
  }
}
