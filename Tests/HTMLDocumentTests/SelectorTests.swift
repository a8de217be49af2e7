import HTMLDocument
import Testing

@testable import struct HTMLDocument.Selector
@testable import struct HTMLDocument.Specificity

/// Which elements a selector finds.
struct SelectorTests {
  private static let source = """
    <!DOCTYPE html><html><body id=body>
    <div id=one class="card wide" data-kind="big-card">
    <p id=p1 class="lead">a</p><p id=p2 lang=en-GB>b</p><span id=s1></span><p id=p3 title="it's &quot;x&quot;">c</p>
    </div>
    <div id=two class=" card	narrow "><ul id=list><li id=l1>1<li id=l2>2<li id=l3>3<li id=l4>4<li id=l5>5</ul></div>
    </body></html>
    """

  @Test(arguments: [
    ("p", "p1 p2 p3"), ("P", "p1 p2 p3"), ("div p", "p1 p2 p3"), ("body > p", ""),
    ("div > p", "p1 p2 p3"), (".card", "one two"), (".card.wide", "one"), ("div.narrow", "two"),
    (".Card", ""), ("#p2", "p2"), ("p#p2.lead", ""), ("*#s1", "s1"),
    (".card *", "p1 p2 s1 p3 list l1 l2 l3 l4 l5"),
    ("p + p", "p2"), ("span + p", "p3"), ("p ~ p", "p2 p3"), ("p~span", "s1"),
    ("ul>li+li", "l2 l3 l4 l5"),
    ("[title]", "p3"), ("[data-kind=big-card]", "one"), ("[DATA-KIND=\"big-card\"]", "one"),
    ("[class~=narrow]", "two"), ("[class~='']", ""), ("[lang|=en]", "p2"), ("[lang|=e]", ""),
    ("[id^=p]", "p1 p2 p3"), ("[id$='1']", "p1 s1 l1"), ("[id$='longer than it']", ""),
    ("[data-kind*=g-c]", "one"), ("[id^='']", ""), ("[title=\"it's \\\"x\\\"\"]", "p3"),
    ("li:first-child", "l1"), ("li:last-child", "l5"), ("ul:only-child", "list"),
    ("p:only-child", ""),
    ("li:nth-child(2)", "l2"), ("li:nth-child(odd)", "l1 l3 l5"), ("li:nth-child(even)", "l2 l4"),
    ("li:nth-child(3n)", "l3"), ("li:nth-child(2n+3)", "l3 l5"), ("li:nth-child(-n+2)", "l1 l2"),
    ("li:nth-child( 2n - 1 )", "l1 l3 l5"), ("li:nth-child(n)", "l1 l2 l3 l4 l5"),
    ("p:not(.lead)", "p2 p3"), ("p:not(:first-child)", "p2 p3"), ("li:not([id=l1])", "l2 l3 l4 l5"),
    (":root > body", "body"), ("span:empty", "s1"), ("p:empty", ""),
    ("#l3, p, #one", "one p1 p2 p3 l3"), ("p,p", "p1 p2 p3"), ("\\70", "p1 p2 p3"),
    ("/* a */ div /* b */ > p /* c */", "p1 p2 p3"),
  ])
  func selectorsFindWhatBrowsersFind(selector: String, ids: String) throws {
    let tree = try HTMLTree(parsing: Array(Self.source.utf8))
    let found = try tree.elements(matching: selector).compactMap { $0["id"] }
    #expect(found.joined(separator: " ") == ids)
  }

  @Test(arguments: [
    ("", 1), ("p::before", 3), ("a:hover", 2), ("p >", 4), ("> p", 1), ("p,,a", 3), ("[a=b", 5),
    ("[a!=b]", 3), ("p:nth-child(2n1)", 17), ("p:nth-child(x)", 15), (".1a", 2), ("p)", 2),
    ("svg|a", 4), ("p:not(", 7), ("[a='b]", 4),
  ])
  func otherSelectorsAreErrors(selector: String, column: Int) throws {
    let tree = try HTMLTree(parsing: Array(Self.source.utf8))
    #expect(throws: HTMLError.unsupportedSelector(selector, column: column)) {
      try tree.elements(matching: selector)
    }
  }

  @Test(arguments: [
    ("*", 0, 0, 0), ("li", 0, 0, 1), ("ul li", 0, 0, 2), ("ul ol+li", 0, 0, 3),
    ("h1 + *[rel=up]", 0, 1, 1), ("ul ol li.red", 0, 1, 3), ("li.red.level", 0, 2, 1),
    ("#x34y", 1, 0, 0), ("p:not(#a)", 1, 0, 1), ("li:nth-child(2n+1)", 0, 1, 1),
  ])
  func specificityIsThatOfTheSpecification(
    selector: String, ids: Int, classes: Int, types: Int
  ) throws {
    let parsed = try #require(try Selector.list(parsing: selector).first)
    #expect(parsed.specificity == Specificity(ids: ids, classes: classes, types: types))
  }
}
