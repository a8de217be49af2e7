import Templates
import Testing

struct EscapingTests {
  /// A template, and what it writes with `,` and with `;` where x is `a,b;c`.
  @Test(arguments: [
    ("h,i\n{{x}},{{x}}\n", "h,i\n\"a,b;c\",\"a,b;c\"\n", "h;i\n\"a,b;c\";\"a,b;c\"\n"),
    ("\"h, \"\"i\"\", j\",k\n", "\"h, \"\"i\"\", j\",k\n", "\"h, \"\"i\"\", j\";k\n"),
    ("\"{{{x}}}, more\",z", "\"a,b;c, more\",z", "\"a,b;c, more\";z"),
    ("h;i\n", "h;i\n", "h;i\n"),
    ("{{> row}}{{> row}}", "1,2\n1,2\n", "1;2\n1;2\n"),
  ])
  func `a comma of a table's template is the separator`(
    template: String, commas: String, semicolons: String
  ) throws {
    let sources = ["main": template, "row": "1,2\n"]
    let record: TemplateRecord = ["x": .text("a,b;c")]
    for (separator, expected) in [(",", commas), (";", semicolons)] {
      let kind = OutputKind.csv(separator: try #require(separator.utf8.first))
      #expect(try rendered(sources, with: record, as: kind) == expected)
    }
    #expect(
      try rendered(["main": "a,b", "row": ""], with: record, as: .plain) == "a,b")
  }

  @Test(arguments: [
    ("<b>&'\"", "&lt;b&gt;&amp;&#39;&quot;"),
    ("no need", "no need"),
    ("&amp;", "&amp;amp;"),
    // A combining mark makes another Character of the byte before it, not another byte.
    ("\"\u{301} onclick=", "&quot;\u{301} onclick="),
    ("<\u{338}script>\u{338}", "&lt;\u{338}script&gt;\u{338}"),
    ("'\u{200D}&\u{FE0F}", "&#39;\u{200D}&amp;\u{FE0F}"),
    ("é👩‍👩‍👧\u{0}", "é👩‍👩‍👧\u{0}"),
    ("", ""),
  ])
  func `HTML has references for the five characters`(text: String, expected: String) throws {
    #expect(try rendered("{{x}}", with: ["x": .text(text)], as: .html) == expected)
    #expect(try rendered("{{x}}", with: ["x": .number(text)], as: .html) == expected)
    #expect(try rendered("{{{x}}}{{&x}}", with: ["x": .text(text)], as: .html) == text + text)
  }

  @Test(arguments: [
    ("plain", "plain"),
    ("a,b", "\"a,b\""),
    ("a;b", "a;b"),
    ("say \"hi\"", "\"say \"\"hi\"\"\""),
    ("\"\u{301},\u{301}", "\"\"\"\u{301},\u{301}\""),
    ("two\nlines", "\"two\nlines\""),
    ("two\r\nlines", "\"two\r\nlines\""),
    ("a\rb", "\"a\rb\""),
    (" spaces stay ", " spaces stay "),
    ("=1+1", "'=1+1"),
    ("=\u{338}1", "'=\u{338}1"),
    ("+33", "'+33"),
    ("-1", "'-1"),
    ("@me", "'@me"),
    ("\tx", "'\tx"),
    ("\rx", "\"'\rx\""),
    ("=a,\"b\"", "\"'=a,\"\"b\"\"\""),
    ("a=1", "a=1"),
    ("'=1", "'=1"),
    ("", ""),
  ])
  func `CSV fields are quoted and guarded where they must be`(text: String, expected: String) throws
  {
    let output = try rendered("{{x}}", with: ["x": .text(text)], as: .csv(separator: 0x2C))
    #expect(Array(output.utf8) == Array(expected.utf8))
    #expect(try rendered("{{{x}}}", with: ["x": .text(text)], as: .csv(separator: 0x2C)) == text)
  }

  @Test(arguments: [
    ("-1.5", "-1.5"),
    ("+1", "+1"),
    ("-1,5", "\"-1,5\""),
  ])
  func `CSV numbers are quoted and never guarded`(number: String, expected: String) throws {
    #expect(
      try rendered("{{x}}", with: ["x": .number(number)], as: .csv(separator: 0x2C)) == expected)
  }

  @Test func `CSV quotes for its own separator only`() throws {
    let record: TemplateRecord = ["a": .text("x;y"), "b": .text("x,y")]
    #expect(
      try rendered("{{a}};{{b}}", with: record, as: .csv(separator: UInt8(ascii: ";")))
        == "\"x;y\";x,y")
  }

  @Test func `plain text is written as it is`() throws {
    #expect(try rendered("{{x}}", with: ["x": .text("=<\"&,\n")]) == "=<\"&,\n")
  }

  @Test(arguments: [OutputKind.html, .csv(separator: 0x2C), .plain])
  func `markup is written as it is`(kind: OutputKind) throws {
    let markup = "=<b title=\"a,b\">&amp;</b>"
    #expect(try rendered("{{x}}{{{x}}}", with: ["x": .markup(markup)], as: kind) == markup + markup)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `what is escaped can be read back`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let alphabet = ["<", ">", "&", "\"", "'", ",", "\n", "\r", "\u{301}", "=", "a", "é", " ", ";"]
    for _ in 0..<50 {
      let text = (0..<Int.random(in: 1...12, using: &generator))
        .compactMap { _ in alphabet.randomElement(using: &generator) }.joined()
      let field = try rendered("{{x}}", with: ["x": .text(text)], as: .csv(separator: 0x2C))
      let guarded = text.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
      #expect(readField(field) == Array(((guarded ? "'" : "") + text).utf8), "seed \(seed)")
      let html = try rendered("{{x}}", with: ["x": .text(text)], as: .html)
      #expect(Array(readHTML(html).utf8) == Array(text.utf8), "seed \(seed)")
    }
  }

  /// One RFC 4180 field, or nil where the bytes are not exactly one.
  private func readField(_ field: String) -> [UInt8]? {
    var bytes = Array(field.utf8)
    let special = Array(",\"\r\n".utf8)
    guard bytes.first == UInt8(ascii: "\"") else {
      return bytes.contains(where: special.contains) ? nil : bytes
    }
    guard bytes.count >= 2, bytes.last == UInt8(ascii: "\"") else { return nil }
    bytes = Array(bytes.dropFirst().dropLast())
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\"") {
        guard position + 1 < bytes.count, bytes[position + 1] == bytes[position] else { return nil }
        position += 1
      }
      result.append(bytes[position])
      position += 1
    }
    return result
  }

  private func readHTML(_ html: String) -> String {
    var rest = html.unicodeScalars[...]
    var result = String.UnicodeScalarView()
    let references: [(String, Unicode.Scalar)] = [
      ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&quot;", "\""), ("&#39;", "'"),
    ]
    while let first = rest.first {
      if let (name, scalar) = references.first(where: { rest.starts(with: $0.0.unicodeScalars) }) {
        result.append(scalar)
        rest = rest.dropFirst(name.unicodeScalars.count)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return String(result)
  }
}
