import Foundation
import TestSupport
import Testing

/// Templates that replace the built-in ones, and tables with other separators.
struct OwnTemplateTests {
  @Test(arguments: ["en", "fr"])
  func theBoardReportTakesThePlaceOfThePage(tag: String) throws {
    let board = try SampleReport([
      "--templates", Checkout.path("sample-data/templates"), "--language", tag,
    ])
    let usual = try SampleReport(["--language", tag])
    #expect(
      try board.folder.namesOfDifferences(from: usual.folder) == ["manifest.json", "report.html"])
    let page = try board.folder.text(of: "report.html")
    #expect(page.utf8.count < 10_000)
    let whole = try usual.folder.text(of: "report.html")
    let values = PageText.texts(ofClass: "value", in: whole)
    try #require(values.count == 30)
    // Five figures of six parts, in the order of the page.
    #expect(page.matches(of: /<b>([^<]*)<\/b>/).map { String($0.1) } == values)
  }

  @Test(arguments: [(";", ";"), ("tab", "\t"), ("|", "|")])
  func tablesWithAnotherSeparatorHaveTheSameCells(option: String, separator: Character) throws {
    let commas = try SampleReport(["--format", "csv"])
    let others = try SampleReport(["--format", "csv", "--csv-separator", option, "--csv-bom"])
    for name in try commas.folder.names() where name.hasSuffix(".csv") {
      let found = try others.folder.text(of: name)
      #expect(found.unicodeScalars.first == "\u{FEFF}", "\(name)")
      #expect(
        Self.rows(String(found.unicodeScalars.dropFirst()), separator)
          == Self.rows(try commas.folder.text(of: name), ","), "\(name)")
    }
  }

  /// The plainest reader of RFC 4180.
  private static func rows(_ text: String, _ separator: Character) -> [[String]] {
    var rows: [[String]] = []
    var row = [""]
    var isQuoted = false
    var wasQuote = false
    for character in text {
      if isQuoted {
        if character == "\"" {
          isQuoted = false
          wasQuote = true
        } else {
          row[row.count - 1].append(character)
        }
        continue
      }
      if character == "\"" {
        if wasQuote { row[row.count - 1].append(character) }
        isQuoted = true
      } else if character == separator {
        row.append("")
      } else if character == "\n" {
        rows.append(row)
        row = [""]
      } else {
        row[row.count - 1].append(character)
      }
      wasQuote = false
    }
    return rows
  }

  @Test func theTextReportFitsTheColumns() throws {
    let outcome = try RunningTool.run(
      ["report", "--config", "sample-data/replymeter.yml", "--format", "text", "--quiet"],
      in: Checkout.folder, environment: ["COLUMNS": "60"])
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 60 }, "\(outcome.output)")
    #expect(lines.contains("Atelier Ouest        11  █████████░ 90.9 %  2 h 39 min"))
    #expect(!outcome.output.contains("\u{1B}"))
  }

  @Test func theTextReportTellsOfStaleDataAndOfPassingPseudonyms() throws {
    let place = try TemporaryFolder()
    try place.write(
      "conversation_id,timestamp,direction\n1,2026-11-05T09:02:11Z,inbound\n", to: "a.csv")
    try place.write(
      "expect_data_within: 1d\nas_of: 2026-11-09T09:02:11Z\nredaction: { level: all }\n",
      to: "replymeter.yml")
    let outcome = try RunningTool.run(
      ["report", "a.csv", "--format", "text", "--quiet"], in: place.path)
    #expect(
      outcome.output.split(separator: "\n").suffix(2) == [
        "Names are pseudonyms that change from run to run, since no key file is set.",
        "Data may be missing: the newest message is 4 d old (expected within 24 h).",
      ], "\(outcome.output) \(outcome.errors)")
  }
}
