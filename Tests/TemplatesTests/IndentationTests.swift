import Templates
import Testing

/// White space around tags where the specification's cases leave something open.
struct IndentationTests {
  static let record: TemplateRecord = [
    "rows": .list([.text("1"), .text("2")]), "yes": .flag(true), "lines": .text("x\ny"),
  ]

  static let cases: [(sources: [String: String], expected: String)] = [
    // A template in a template is indented by both.
    (
      ["main": "<\n  {{>a}}\n>\n", "a": "a\n\t{{>b}}\na\n", "b": "b\n{{lines}}\n\nb\n"],
      "<\n  a\n  \tb\n  \tx\ny\n  \t\n  \tb\n  a\n>\n"
    ),
    // Sections that stand alone leave no line behind, indented or not.
    (
      ["main": "  {{>a}}\n", "a": "{{#rows}}\n  <{{.}}>\n{{/rows}}\n"],
      "    <1>\n    <2>\n"
    ),
    // An inclusion within a line is not indented.
    (["main": "  - {{>a}}\n", "a": "a\nb\n"], "  - a\nb\n\n"),
    // Windows line ends and a last line without one.
    (["main": "<\r\n {{>a}}\r\n>", "a": "a\r\nb"], "<\r\n a\r\n b>"),
    // A byte order mark does not count as text before the tag.
    (["main": "\u{FEFF}{{#yes}}\na\n{{/yes}}\n"], "a\n"),
    // Two tags on a line do not stand alone.
    (["main": "{{#yes}}{{#yes}}\na\n{{/yes}}{{/yes}}\n"], "\na\n\n"),
    // A replacement takes the indentation of the block, line by line.
    (
      [
        "main": "{{<a}}\n  {{$b}}\n      <p>\n        {{lines}}\n      </p>\n  {{/b}}\n{{/a}}\n",
        "a": "<body>\n  {{$b}}\n    default\n  {{/b}}\n</body>\n",
      ],
      "<body>\n    <p>\n      x\ny\n    </p>\n</body>\n"
    ),
    (
      [
        "main": "{{<a}}{{$b}}one{{/b}}{{/a}}\n", "a": "<body>\n  {{$b}}\n  {{/b}}\n</body>\n",
      ],
      "<body>\n  one</body>\n"
    ),
    // A block after text on its line indents nothing.
    (
      ["main": "{{<a}}{{$b}}\n  one\n  two\n{{/b}}{{/a}}", "a": "  - {{$b}}{{/b}}|\n"],
      "  - one\ntwo\n|\n"
    ),
    // An included template inside a replacement goes with it.
    (
      [
        "main": "{{<a}}{{$b}}\n    {{>c}}\n{{/b}}{{/a}}", "a": " {{$b}}\n {{/b}}\n",
        "c": "one\ntwo\n",
      ],
      "     one\n     two\n"
    ),
  ]

  @Test(arguments: cases)
  func `white space around tags is as expected`(sources: [String: String], expected: String) throws
  {
    #expect(try rendered(sources, with: Self.record) == expected)
  }
}
