import DelimitedText
import Testing

struct DialectTests {
  @Test func isThatOfRFC4180UnlessSaidOtherwise() {
    let dialect = Dialect()
    #expect(dialect.separator == UInt8(ascii: ","))
    #expect(dialect.quote == UInt8(ascii: "\""))
    #expect(dialect.escape == .doubled)
    #expect(dialect.lineEnd == .lf)
  }

  @Test(arguments: [
    (Dialect(), true), (Dialect(quote: nil), true), (Dialect(separator: Byte.lineFeed), false),
    (Dialect(separator: Byte.quote), false), (Dialect(quote: Byte.carriageReturn), false),
    (Dialect(separator: Byte.backslash), true),
    (Dialect(separator: Byte.backslash, escape: .backslash), false),
  ])
  func tellsWhetherAByteHasTwoMeanings(dialect: Dialect, isUnambiguous: Bool) {
    #expect(dialect.isUnambiguous == isUnambiguous)
  }

  @Test(arguments: [
    Dialect(separator: Byte.quote), Dialect(separator: Byte.lineFeed),
    Dialect(quote: Byte.lineFeed),
  ])
  func readsTheSameByBothScannersWhereItIsAmbiguous(dialect: Dialect) {
    let seed: UInt64 = 77
    var random = SeededGenerator(seed: seed)
    let plain = PlainScanner(dialect: dialect)
    let fast = RecordScanner(dialect: dialect)
    for _ in 0..<500 {
      let input = random.bytes(count: 20, of: Array(",\"\r\na".utf8))
      let expected = scan(input) { plain.scan($0, isFinal: $1, into: &$2) }
      #expect(scan(input) { fast.scan($0, isFinal: $1, into: &$2) } == expected, "seed \(seed)")
    }
  }
}
