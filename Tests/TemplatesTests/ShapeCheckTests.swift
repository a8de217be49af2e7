import Templates
import Testing

struct ShapeCheckTests {
  static let shape = TemplateShape.record([
    "title": .text,
    "count": .number,
    "earned": .flag,
    "chart": .markup,
    "badge": .optional(.record(["since": .text, "tags": .list(.text)])),
    "pages": .list(
      .record(["name": .text, "employees": .optional(.list(.record(["key": .text])))])),
    "grid": .list(.list(.number)),
  ])

  @Test(arguments: [
    "{{title}}{{count}}{{earned}}{{{chart}}}",
    "{{badge.since}}{{#badge}}{{since}}{{#tags}}{{.}}{{/tags}}{{/badge}}",
    "{{#pages}}{{title}}{{name}}{{#employees}}{{name}}{{key}}{{/employees}}{{/pages}}",
    "{{#grid}}{{#.}}{{.}}{{/.}}{{/grid}}",
    "{{#title}}{{.}}{{/title}}{{#earned}}{{.}}{{/earned}}{{^pages}}none{{/pages}}",
    "{{#.}}{{title}}{{/.}}",
  ])
  func `names that the shape has are accepted`(source: String) throws {
    try library(["main": source]).check("main", against: Self.shape)
  }

  @Test(arguments: [
    ("{{^pages}}{{👉name}}{{/pages}}", "name"),
    ("{{#pages}}{{#employees}}{{👉kye}}{{/employees}}{{/pages}}", "kye"),
    ("{{#earned}}{{^earned}}{{👉unreachable}}{{/earned}}{{/earned}}", "unreachable"),
    ("{{#pages}}{{/pages}}{{👉employees}}", "employees"),
    ("{{badge.👉until}}", "until"),
    ("{{$block}}{{👉defaulted}}{{/block}}", "defaulted"),
  ])
  func `an unknown name is found in every branch`(marked: String, name: String) throws {
    let template = MarkedTemplate(marked)
    let error = #expect(throws: TemplateError.self) {
      try library(["main": template.source]).check("main", against: Self.shape)
    }
    #expect(
      error?.place
        == TemplatePlace(template: "main", line: template.line, column: template.column))
    guard case .unknownName(let found, _, _) = error?.problem else {
      Issue.record("another problem: \(String(describing: error))")
      return
    }
    #expect(found == name)
  }

  @Test func `a replaced block is checked where it is put and its default is not`() throws {
    let library = try library([
      "main": "{{<layout}}{{$line}}{{name}}{{/line}}{{/layout}}",
      "layout": "{{#pages}}{{$line}}{{neverShown}}{{/line}}{{/pages}}",
    ])
    try library.check("main", against: Self.shape)
    #expect(throws: TemplateError.self) { try library.check("layout", against: Self.shape) }
  }

  @Test func `what is absent is written as nothing and so are its fields`() throws {
    #expect(
      try rendered(
        "[{{badge}}{{badge.since}}{{#badge}}{{since}}{{/badge}}{{^badge}}none{{/badge}}]",
        with: ["badge": .absent]) == "[none]")
  }

  @Test func `the fields of a shape are listed with their paths`() {
    let lines = Self.shape.fields.map {
      "\($0.path) \($0.kind.rawValue)\($0.isOptional ? " or absent" : "")"
    }
    #expect(
      lines == [
        "badge record or absent",
        "badge.since text",
        "badge.tags list",
        "badge.tags[] text",
        "chart markup",
        "count number",
        "earned flag",
        "grid list",
        "grid[] list",
        "grid[][] number",
        "pages list",
        "pages[].employees list or absent",
        "pages[].employees[].key text",
        "pages[].name text",
        "title text",
      ])
    #expect(TemplateShape.text.fields == [])
  }
}
