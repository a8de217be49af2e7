import Templates
import Testing

struct TemplateErrorTests {
  /// A marked template and the error's words after its place.
  static let parsing: [(marked: String, wording: String)] = [
    (
      "text\n👉{{name", "tag is not closed (found no end, expected '}}'); close the tag"
    ),
    (
      "👉{{name\n{{other}}",
      "tag is not closed (found another '{{' before, expected '}}'); close the tag"
    ),
    ("a 👉{{{name}} b", "tag is not closed (found no end, expected '}}}'); close the tag"),
    ("👉{{! comment", "tag is not closed (found no end, expected '}}'); close the tag"),
    (
      "{{=<% %>=}}\n  👉<%name}}",
      "tag is not closed (found no end, expected '%>'); close the tag"
    ),
    (
      "é\u{301}👉{{}}",
      "tag without a name (found nothing, expected a name); name a field or remove the tag"
    ),
    (
      "👉{{# }}",
      "tag without a name (found nothing, expected a name); name a field or remove the tag"
    ),
    (
      "\r\n {{#👉if x}}",
      "not a name (found 'if x', expected one word, with dots between its parts); "
        + "Mustache has names only, no expressions"
    ),
    (
      "{{ 👉a..b }}",
      "not a name (found 'a..b', expected one word, with dots between its parts); "
        + "Mustache has names only, no expressions"
    ),
    (
      "{{ 👉#a }}{{/a}}",
      "not a name (found '#a', expected one word, with dots between its parts); "
        + "Mustache has names only, no expressions"
    ),
    (
      "👉{{=<%=}}",
      "not a pair of delimiters (found '<%', expected two words without '='); "
        + "write for example {{=<% %>=}}"
    ),
    (
      "{{#a}}\n  👉{{#b}} text\n",
      "section is not closed (found the end of the template, expected '/b'); add {{/b}}"
    ),
    (
      "{{#a}}\n {{#b}}\n👉{{/a}}\n{{/b}}",
      "closing tag does not match (found '/a', expected '/b' for 2:2); close the inner one first"
    ),
    (
      "a\n👉{{/a}}",
      "closing tag without an opening one (found '/a', expected nothing to close); "
        + "remove it or open {{#a}}"
    ),
    (
      "{{<layout}}{{$a}}{{x}}{{/a}}👉{{name}}{{/layout}}",
      "tag without effect inside a parent (found '{{name}}', expected a block); "
        + "put it into a block {{$…}}"
    ),
    (
      "{{<layout}}{{$a}}1{{/a}}👉{{$a}}2{{/a}}{{/layout}}",
      "block is given twice (found 'a' again, expected it once); remove one"
    ),
  ]

  @Test(arguments: parsing)
  func `a broken template names the place and the way out`(marked: String, wording: String) {
    let template = MarkedTemplate(marked)
    let error = #expect(throws: TemplateError.self) {
      try Template(parsing: template.source, name: "t")
    }
    #expect(error?.description == "t:\(template.line):\(template.column): error: \(wording)")
  }

  static let rendering: [(marked: String, wording: String)] = [
    (
      "{{title}}\n{{#pages}}\n  {{👉resposne_rate}}\n{{/pages}}",
      "unknown name (found 'resposne_rate', expected one of the fields here); "
        + "did you mean 'response_rate'?"
    ),
    (
      "{{ 👉zzz }}",
      "unknown name (found 'zzz', expected one of the fields here); "
        + "the fields are 'note', 'owner', 'pages', 'tags', 'title'"
    ),
    (
      "{{owner.👉nam}}",
      "unknown name (found 'nam', expected one of the fields of 'owner'); did you mean 'name'?"
    ),
    (
      "{{#owner.name}}{{^owner.👉title}}{{/owner.title}}{{/owner.name}}",
      "unknown name (found 'title', expected one of the fields of 'owner'); "
        + "the fields are 'name'"
    ),
    (
      "{{title.👉length}}",
      "only a record has fields (found 'length' of 'title', which is text, "
        + "expected a record); end the name at 'title'"
    ),
    (
      "{{pages.👉response_rate}}",
      "only a record has fields (found 'response_rate' of 'pages', which is a list, "
        + "expected a record); repeat it with {{#pages}}"
    ),
    (
      "{{{👉pages}}}",
      "only text can be written (found 'pages', which is a list, "
        + "expected text, a number or a flag); repeat it with {{#pages}}"
    ),
    (
      "{{#owner}}{{👉.}}{{/owner}}",
      "only text can be written (found '.', which is a record, "
        + "expected text, a number or a flag); name one of its fields"
    ),
  ]
  static let record: TemplateRecord = [
    "title": .text("Weekly"), "note": .absent,
    "owner": .record(["name": .text("Ann")]),
    "pages": .list([.record(["response_rate": .number("0.5")])]),
    "tags": .list([.text("a")]),
  ]
  static let shape = TemplateShape.record([
    "title": .text, "note": .optional(.text),
    "owner": .record(["name": .text]),
    "pages": .list(.record(["response_rate": .number])),
    "tags": .list(.text),
  ])

  @Test func `the data are of the shape`() {
    #expect(Self.shape.firstMismatch(in: .record(Self.record)) == nil)
  }

  @Test(arguments: rendering)
  func `data that a template cannot use are the same error with and without data`(
    marked: String, wording: String
  ) throws {
    let template = MarkedTemplate(marked)
    let library = try library(["t": template.source])
    let expected = "t:\(template.line):\(template.column): error: \(wording)"
    let renderingError = #expect(throws: TemplateError.self) {
      try library.render("t", with: Self.record, as: .html)
    }
    #expect(renderingError?.description == expected)
    let checkError = #expect(throws: TemplateError.self) {
      try library.check("t", against: Self.shape)
    }
    #expect(checkError?.description == expected)
  }

  @Test func `an error in an included template names the tags that included it`() throws {
    let library = try library([
      "main": "\n{{#owner}}{{>outer}}{{/owner}}", "outer": "<{{>inner}}>", "inner": "{{nmae}}",
    ])
    let expected =
      "inner:1:3: error: unknown name (found 'nmae', expected one of the fields here); "
      + "did you mean 'name'? (included at outer:1:5, from main:2:14)"
    let renderingError = #expect(throws: TemplateError.self) {
      try library.render("main", with: Self.record, as: .html)
    }
    #expect(renderingError?.description == expected)
    let checkError = #expect(throws: TemplateError.self) {
      try library.check("main", against: Self.shape)
    }
    #expect(checkError?.description == expected)
  }

  @Test func `many known names are cut short and a long find too`() {
    let record = TemplateRecord((10...20).map { ("field_number_\($0)", .absent) })
    let long = String(repeating: "x", count: 100)
    let error = #expect(throws: TemplateError.self) { try rendered("{{\(long)}}", with: record) }
    let names = (10...17).map { "'field_number_\($0)'" }.joined(separator: ", ")
    let found = String(repeating: "x", count: 60)
    #expect(
      error?.description
        == "main:1:3: error: unknown name (found '\(found)…', expected one of the fields here); "
        + "the fields are \(names) and 3 more")
  }

  @Test func `values of the data never appear`() {
    let record: TemplateRecord = ["name": .text("secret"), "list": .list([.text("secret")])]
    for source in ["{{nam}}", "{{name.a}}", "{{list}}", "{{#list}}{{lisd}}{{/list}}"] {
      let error = #expect(throws: TemplateError.self) { try rendered(source, with: record) }
      #expect(error?.description.contains("secret") == false)
    }
  }
}
