import BuiltInTemplates
import Templates
import Testing

@testable import Reports

struct TemplateReferenceTests {
  @Test func everyFieldHasAMeaning() throws {
    #expect(try #require(TemplateReference()).fieldsWithoutMeaning.isEmpty)
  }

  @Test func listsEveryFieldOfEveryTemplate() throws {
    let lines = Set(
      try #require(TemplateReference()).markdown.split(separator: "\n").compactMap {
        $0.split(separator: "`").dropFirst().first.map(String.init)
      })
    let paths = DocumentTemplate.all.flatMap { $0.shape.fields.map(\.path) }
    #expect(paths.count > 1_000)
    #expect(paths.filter { !lines.contains($0) }.isEmpty)
  }

  @Test func everyBuiltInTemplateIsADocument() {
    #expect(DocumentTemplate.all.map(\.name).sorted() == BuiltIn.templates.map(\.name).sorted())
  }

  /// A run with no other templates does not check them.
  @Test(arguments: DocumentTemplate.all.map(\.name))
  func aBuiltInTemplateAsksForNothingThatItsDataDoNotHave(name: String) throws {
    let library = try TemplateLibrary(
      BuiltIn.templates.map { name, bytes in
        try Template(parsing: String(decoding: bytes, as: UTF8.self), name: name)
      })
    let document = try #require(DocumentTemplate.all.first { $0.name == name })
    try library.check(name, against: document.shape)
  }

  @Test func listsTheFieldsOfOneTemplate() throws {
    let lines = try #require(TemplateReference(of: "rules.csv")).markdown.split(separator: "\n")
    #expect(
      lines.suffix(10) == [
        "| --- | --- | --- |",
        "| `rows` | list | the rows of the table |",
        "| `rows[].count` | text, may be absent | how many |",
        "| `rows[].mean_seconds` | text, may be absent | the mean |",
        "| `rows[].median_seconds` | text, may be absent | the median |",
        "| `rows[].note` | text, may be absent | how the rule differs, in a sentence |",
        "| `rows[].p90_seconds` | text, may be absent | the 90th percentile |",
        "| `rows[].page` | text, may be absent | the page |",
        "| `rows[].response_rate` | text, may be absent | answered / openers |",
        "| `rows[].rules` | text, may be absent | the rule set |",
      ])
    #expect(!lines.contains("## words"))
  }

  @Test func thereIsNoneOfAnUnknownDocument() {
    #expect(TemplateReference(of: "openers.csv") == nil)
  }

  @Test(arguments: [
    ("report.html", "sections[].waiting.rows[].since", "since when it waits"),
    ("report.html", "sections[].tiles[].kind", "which figure: rate, median, p90, badge or waiting"),
    (
      "summary.csv", "rows[].reply_office_p75_seconds",
      "75th percentile, in seconds, of reply times in office hours"
    ),
    ("summary.csv", "rows[].within_4h", "share of all openers answered in at most 4h"),
    ("benchmarks.csv", "rows[].sample", "of how many it is, as published"),
    ("badge.csv", "rows[].sample", "how many openers were judged"),
  ])
  func aFieldMeansWhatItsPathSays(document: String, path: String, meaning: String) {
    #expect(FieldMeaning.of(path, in: document) == meaning)
  }

  @Test func aNameThatNothingHasMeansNothing() {
    #expect(FieldMeaning.of("sections[].nonesuch", in: "report.html") == nil)
  }
}
