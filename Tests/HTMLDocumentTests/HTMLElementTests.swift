import HTMLDocument
import Testing

/// Reading and changing elements.
struct HTMLElementTests {
  private func tree(_ source: String) throws -> HTMLTree {
    try HTMLTree(parsing: Array("<!DOCTYPE html><body>\(source)</body>".utf8))
  }

  private func body(_ tree: HTMLTree) -> String {
    let text = String(decoding: tree.serialized(), as: UTF8.self)
    return String(text.dropFirst("<!DOCTYPE html>\n<html><body>".count).dropLast(15))
  }

  @Test func attributesAreReadAndWritten() throws {
    let tree = try tree("<p title=\"a &amp; b\" hidden>x</p>")
    let element = try #require(try tree.elements(matching: "p").first)
    #expect(element["title"] == "a & b")
    #expect(element["hidden"] == "")
    #expect(element["lang"] == nil)
    element["title"] = "<\"'&\u{0}>"
    element["hidden"] = nil
    #expect(body(tree) == "<p title=\"&lt;&quot;'&amp;\u{FFFD}&gt;\">x</p>")
  }

  @Test func textReplacesWhatIsInside() throws {
    let tree = try tree("<p>a<b>c</b>d</p>")
    let bold = try #require(try tree.elements(matching: "b").first)
    let element = try #require(bold.parent)
    #expect(element.name == "p")
    #expect(element.text == "acd")
    element.text = "<i>&amp;</i>"
    #expect(body(tree) == "<p>&lt;i&gt;&amp;amp;&lt;/i&gt;</p>")
    element.text = ""
    #expect(body(tree) == "<p></p>")
    #expect(bold.text == "c")
  }

  @Test func removedElementsStayUsable() throws {
    let element: HTMLElement
    do {
      let tree = try tree("<p>a</p><p>b</p>")
      element = try #require(try tree.elements(matching: "p").first)
      element.remove()
      element.remove()
      #expect(body(tree) == "<p>b</p>")
    }
    #expect(element.text == "a")
    #expect(element.parent == nil)
  }

  @Test func childrenAreTheElementsDirectlyInside() throws {
    let tree = try tree("<div>x<p>a<i>b</i></p><!-- c --><hr></div>")
    let element = try #require(try tree.elements(matching: "div").first)
    #expect(element.children.map(\.name) == ["p", "hr"])
    #expect(element.children.first?.parent == element)
  }

  @Test func aStyleCannotEndItsElement() throws {
    let tree = try tree("<style>p{}</style>")
    try tree.elements(matching: "style").first?.text = "a{content:'</style><script>'}"
    #expect(body(tree) == "<style>a{content:'<\\/style><script>'}</style>")
  }
}
