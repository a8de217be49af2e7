import HTMLDocument
import Testing

/// Parsing and writing: what comes out is what went in, repaired.
struct HTMLTreeTests {
  @Test(arguments: [
    ("<p>a &amp; b &lt; c", "<html><body><p>a &amp; b &lt; c</p></body></html>\n"),
    ("<p>1\u{A0}000&nbsp;km</p>", "<html><body><p>1&nbsp;000&nbsp;km</p></body></html>\n"),
    (
      "<!doctype html><title>T</title><p>ä 🚲",
      "<!DOCTYPE html>\n<html><head><title>T</title></head><body><p>ä 🚲</p></body></html>\n"
    ),
    (
      "<a href='https://example.com/ä?a=1&b={x}' title='say \"no\"'>x</a>",
      "<html><body><a href=\"https://example.com/ä?a=1&amp;b={x}\" title=\"say &quot;no&quot;\">"
        + "x</a></body></html>\n"
    ),
    (
      "<table><tr><td nowrap>a<br>b</table>",
      "<html><body><table><tr><td nowrap=\"nowrap\">a<br>b</td></tr></table></body></html>\n"
    ),
    (
      "<body><!--[if mso]><table><tr><td><![endif]--><p>x</p><!--[if mso]></td><![endif]-->",
      "<html><body><!--[if mso]><table><tr><td><![endif]--><p>x</p><!--[if mso]></td><![endif]-->"
        + "</body></html>\n"
    ),
    (
      "<style>a > b { content: \"&\" }</style>",
      "<html><head><style>a > b { content: \"&\" }</style></head></html>\n"
    ),
    ("a\u{0}b", "<html><body><p>a\u{FFFD}b</p></body></html>\n"),
  ])
  func documentsAreWrittenAsHTML5(source: String, written: String) throws {
    let tree = try HTMLTree(parsing: Array(source.utf8))
    #expect(String(decoding: tree.serialized(), as: UTF8.self) == written)
  }

  @Test func writingIsStable() throws {
    let source = """
      <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><style>p{color:red}</style></head>
      <body class="a b"><p title="&quot;">1&nbsp;&amp; 2<br>x</p><ul><li>a<li>b</ul></body></html>
      """
    let once = try HTMLTree(parsing: Array(source.utf8)).serialized()
    #expect(try HTMLTree(parsing: once).serialized() == once)
  }

  /// Else mails lose the marks of word processors, and `x:script` becomes a script.
  @Test(arguments: ["o:p", "x:script", "a:b:c", "p::"])
  func elementsKeepTheirPrefixes(name: String) throws {
    let text = try HTMLTree(parsing: Array("<p>a<\(name)>b < c</\(name)></p>".utf8)).serialized()
    #expect(String(decoding: text, as: UTF8.self).contains("<\(name)>b &lt; c</\(name)>"))
  }

  @Test func bytesThatAreNoTextAreReplaced() throws {
    let tree = try HTMLTree(parsing: [0x3C, 0x70, 0x3E, 0x61, 0xFF, 0x62])
    #expect(try tree.elements(matching: "p").map(\.text) == ["a\u{FFFD}b"])
  }

  @Test func aDeclaredEncodingChangesNothing() throws {
    let tree = try HTMLTree(parsing: Array("<meta charset=iso-8859-1><p>é".utf8))
    #expect(try tree.elements(matching: "p").map(\.text) == ["é"])
  }

  @Test func ownEntitiesAreNotResolved() throws {
    let source = """
      <!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY b "bbb">]><p>&a;&b;</p>
      """
    let text = try HTMLTree(parsing: Array(source.utf8)).elements(matching: "p").map(\.text)
    #expect(text.last == "&a;&b;")
  }

  @Test func elementsThatLieTooDeepAreAnError() throws {
    let deep = "<html><body>" + String(repeating: "<div>", count: 253) + "x"
    let document = try HTMLTree(parsing: Array(deep.utf8))
    #expect(try document.elements(matching: "div").count == 253)
    let deeper = "<html><body>\n" + String(repeating: "<div>", count: 300) + "x"
    #expect(throws: HTMLError.tooDeep(line: 2, limit: 255)) {
      try HTMLTree(parsing: Array(deeper.utf8))
    }
  }

  @Test func documentsThatAreTooLargeAreAnError() {
    let bytes = [UInt8](repeating: 0x61, count: HTMLTree.largestSize + 1)
    #expect(throws: HTMLError.tooLarge(bytes: 10_000_001, limit: 10_000_000)) {
      try HTMLTree(parsing: bytes)
    }
  }

  @Test func nothingAtAllIsADocumentToo() throws {
    #expect(try HTMLTree(parsing: []).elements(matching: "p").isEmpty)
  }

  // MARK: Flaws

  @Test(arguments: [
    ("<p>fine</p><section>HTML5</section>", []),
    ("<p id=a>x\n<p id=b>y\n<p id=a>z", [HTMLFlaw(.repeatedID, line: 3)]),
    ("<body><div>\n<span>x</div></body>", [HTMLFlaw(.unclosedElement, line: 2)]),
    ("<body><p>x\n<div>y</body>", [HTMLFlaw(.unclosedElement, line: 2)]),
    (
      "<b>x\n<!-- <i> --><style><p></style><br><img alt='>'>", [HTMLFlaw(.unclosedElement, line: 1)]
    ),
    ("<ul><li>a<li>b</ul><table><tr><td>c</table>", []),
    ("<p>x</p>\n</em>", [HTMLFlaw(.mismatchedEndTag, line: 2)]),
    ("<p class=a\nclass=b>x", [HTMLFlaw(.repeatedAttribute, line: 2)]),
  ])
  func flawsAreToldByLine(source: String, flaws: [HTMLFlaw]) throws {
    let found = try HTMLTree(parsing: Array(source.utf8)).flaws
    #expect(found == flaws, "found: \(found.map { "\($0.kind) \($0.line)" })")
  }
}
