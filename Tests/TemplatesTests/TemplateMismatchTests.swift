import Templates
import Testing

struct TemplateMismatchTests {
  static let shape = TemplateShape.record([
    "title": .text, "note": .optional(.text), "pages": .list(.record(["rate": .number])),
  ])
  static let pages = TemplateValue.list([
    .record(["rate": .number("1")]), .record(["rate": .number("2")]),
  ])

  static let cases: [(value: TemplateValue, mismatch: TemplateMismatch?)] = [
    (.record(["title": .text(""), "note": .absent, "pages": pages]), nil),
    (.record(["title": .text(""), "note": .text(""), "pages": .list([])]), nil),
    (
      .record(["title": .text(""), "pages": pages]),
      TemplateMismatch(.missingField, at: "note")
    ),
    (
      .record(["title": .text(""), "note": .absent, "pages": pages, "x": .absent]),
      TemplateMismatch(.unexpectedField, at: "x")
    ),
    (
      .record(["title": .absent, "note": .absent, "pages": pages]),
      TemplateMismatch(.kind(found: .absent, expected: .text), at: "title")
    ),
    (
      .record([
        "title": .text(""), "note": .absent,
        "pages": .list([.record(["rate": .number("1")]), .record(["rate": .text("2")])]),
      ]),
      TemplateMismatch(.kind(found: .text, expected: .number), at: "pages[1].rate")
    ),
    (.list([]), TemplateMismatch(.kind(found: .list, expected: .record), at: "")),
  ]

  @Test(arguments: cases)
  func `the first place where a value breaks its shape is named`(
    value: TemplateValue, mismatch: TemplateMismatch?
  ) {
    #expect(Self.shape.firstMismatch(in: value) == mismatch)
  }
}
