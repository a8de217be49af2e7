import Templates
import Testing

struct TemplateValueTests {
  static let cases: [(value: TemplateValue, expected: String)] = [
    (.text("a"), "yes"),
    (.text(""), "no"),
    (.number("0"), "yes"),
    (.number(""), "no"),
    (.flag(true), "yes"),
    (.flag(false), "no"),
    (.list([.absent]), "yes"),
    (.list([]), "no"),
    (.record([:]), "yes"),
    (.markup("<br>"), "yes"),
    (.markup(""), "no"),
    (.absent, "no"),
  ]

  @Test(arguments: cases)
  func `a section shows what would be written as something`(value: TemplateValue, expected: String)
    throws
  {
    #expect(try rendered("{{#x}}yes{{/x}}{{^x}}no{{/x}}", with: ["x": value]) == expected)
  }

  @Test func `flags are written as words`() throws {
    #expect(
      try rendered("{{a}},{{{b}}}", with: ["a": .flag(true), "b": .flag(false)]) == "true,false")
  }

  @Test func `the later of two fields with one name holds`() {
    let record: TemplateRecord = ["a": .number("1"), "b": .absent, "a": .number("2")]
    #expect(record["a"] == .number("2"))
    #expect(record["c"] == nil)
    #expect(record.names == ["a", "b"])
  }
}
