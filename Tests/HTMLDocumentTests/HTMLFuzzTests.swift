import HTMLDocument
import TestSupport
import Testing

/// Whatever comes in, nothing crashes, and what comes out is understood again.
struct HTMLFuzzTests {
  private static let pieces = [
    "<p>", "</p>", "<div class='a b'>", "</div>", "<style>", "</style>", "p{color:red}",
    "@media a{",
    "}", "<!--", "-->", "&amp;", "&", "<", ">", "\"", "'", "=", "\u{0}", "é", "🚲", "<table>",
    "<td>",
    "a:hover{", ".a>b", "/*", "*/", "\\", "!important", ";", "{", "<a style='color:", "<![CDATA[",
    "<?x",
    "<script>", "</script>", " ", "\n", "x", "[a='", ":not(", "#i", "<svg><Path/>",
  ]

  @Test(arguments: 1...40)
  func anyDocumentIsWrittenSoThatItReadsTheSameAgain(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let source = (0..<random.number(in: 0..<60))
        .compactMap { _ in random.element(of: Self.pieces) }.joined()
      let tree = try HTMLTree(parsing: Array(source.utf8))
      try tree.inlineStyles()
      let text = try HTMLTree(parsing: tree.serialized()).serialized()
      let again = try HTMLTree(parsing: text).serialized()
      #expect(text == again, "\(random): \(source)")
    }
  }

  @Test(arguments: 1...40)
  func anySelectorIsAnsweredOrRefused(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let tree = try HTMLTree(parsing: Array("<div class='a b'><p id=i>x</p></div>".utf8))
    for _ in 0..<50 {
      let source = (0..<random.number(in: 1..<8))
        .compactMap { _ in random.element(of: Self.pieces) }.joined()
      do {
        _ = try tree.elements(matching: source)
      } catch {
        guard case HTMLError.unsupportedSelector(source, _) = error else {
          Issue.record("\(random): \(source): \(error)")
          continue
        }
      }
    }
  }
}
