import DelimitedText
import Testing

struct LineCounterTests {
  @Test(arguments: [
    ("a\nb\nc", Dialect.LineEnd.lf, [0, 2, 4], [1, 2, 3]),
    ("a\n\"b\nc\"\nd", .lf, [0, 2, 8], [1, 2, 4]),
    ("a\r\nb\rc\n", .lf, [0, 3, 7], [1, 2, 3]),
    ("a\rb\nc\rd", .cr, [0, 2, 6], [1, 2, 3]),
    ("a\r\nb\rc\nd", .any, [0, 3, 5, 7], [1, 2, 3, 4]),
    ("abc", .lf, [], []),
    ("a\nb", .lf, [2, 2, 3], [2, 2, 2]),
  ])
  func countsTheLinesBeforeEachOffset(
    input: String, lineEnd: Dialect.LineEnd, offsets: [Int], lines: [Int]
  ) {
    let counter = LineCounter(lineEnd: lineEnd)
    #expect(withBytes(input) { counter.lines(ofAscending: offsets, in: $0) } == lines)
  }

  @Test(arguments: [(Dialect.LineEnd.lf, 4), (.cr, 4), (.any, 6)])
  func countsTheSameInAnyChunking(lineEnd: Dialect.LineEnd, line: Int) {
    let input = Array("a\r\nb\rc\nd\r\ne".utf8)
    for chunk in 1...input.count {
      var counter = LineCounter(lineEnd: lineEnd)
      for start in stride(from: 0, to: input.count, by: chunk) {
        Array(input[start..<min(start + chunk, input.count)]).withUnsafeBytes {
          counter.advance(over: $0)
        }
      }
      #expect(counter.line == (lineEnd == .any ? 5 : line), "chunks of \(chunk)")
    }
  }
}
