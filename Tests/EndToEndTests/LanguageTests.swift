import Foundation
import TestSupport
import Testing

/// The reports in every language: pages that people see, with the same figures in all of them.
struct LanguageTests {
  private static let tags = ["en", "fr", "pt", "nb", "id"]
  private static let others = ["fr", "pt", "nb", "id"]

  /// The report over the small history, in a language.
  private struct Report: ~Copyable {
    let place: TemporaryFolder
    let folder: ReportFolder

    init(_ tag: String) throws {
      let place = try TemporaryFolder()
      let folder = ReportFolder(path: place.path + "/report")
      let outcome = try RunningTool.run(
        ["report", "sample-data/minimal.csv", "--language", tag, "--output", folder.path],
        in: Checkout.folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      self.place = place
      self.folder = folder
    }

    func page(_ name: String) throws -> PageText { PageText(try folder.text(of: name)) }
  }

  @Test(arguments: tags)
  func whatPeopleReadIsAsExpected(tag: String) throws {
    let report = try Report(tag)
    let golden = Golden()
    try golden.expect(try report.page("report.html").lines, named: "\(tag)-report.html.txt")
    try golden.expect(try report.page("email.html").lines, named: "\(tag)-email.html.txt")
    try golden.expect(try report.folder.text(of: "email.txt"), named: "\(tag)-email.txt")
    let text = try RunningTool.run(
      ["report", "sample-data/minimal.csv", "--language", tag, "--format", "text"],
      in: Checkout.folder)
    try golden.expect(text.output, named: "\(tag)-report.txt")
  }

  /// Tables and JSON are the same bytes, and of the pages only the words differ.
  @Test(arguments: others)
  func onlyWordsDifferFromEnglish(tag: String) throws {
    let english = try Report("en")
    let other = try Report(tag)
    #expect(
      try english.folder.namesOfDifferences(from: other.folder)
        == ["email.html", "email.txt", "manifest.json", "report.eml", "report.html"])
    for document in ["report.html", "email.html"] {
      let expected = try english.page(document)
      let found = try other.page(document)
      #expect(expected.language == "en" && found.language == tag)
      #expect(found.markup == expected.markup)
    }
  }

  /// Read in its own format, each piece of text has the numbers of the English one, whatever the
  /// order of its words: the small history's page, and the mail of one with several pages.
  @Test(arguments: others)
  func everyPieceOfTextHasTheFiguresOfEnglish(tag: String) throws {
    let (english, other) = (try Self.figures(in: "en"), try Self.figures(in: tag))
    for (expected, found) in zip(english, other) {
      try #require(expected.count == found.count)
      #expect(expected.contains { !LocalFormat("en").numbers(in: $0).isEmpty })
      for (text, local) in zip(expected, found) where text != local {
        #expect(
          LocalFormat(tag).numbers(in: local).sorted()
            == LocalFormat("en").numbers(in: text).sorted(), "\(text) | \(local)")
      }
    }
  }

  private static func figures(in tag: String) throws -> [[String]] {
    let small = try Report(tag)
    let large = try SampleReport(["--language", tag, "--format", "email"])
    return [
      try small.page("report.html").texts,
      PageText(try large.folder.text(of: "email.html")).texts,
    ]
  }

  /// The headline of every part, read in the language's format, beside the summary's exact values.
  @Test(arguments: tags)
  func theHeadlineShowsTheFiguresOfTheSummary(tag: String) throws {
    let sample = try SampleReport(["--language", tag, "--format", "html,csv"])
    let page = try sample.folder.text(of: "report.html")
    let values = PageText.texts(ofClass: "value", in: page)
    let rows = try sample.folder.entries("summary")
    // All pages together come last in the table and first on the page.
    let parts = Array(rows.suffix(1) + rows.dropLast())
    try #require(values.count == 5 * parts.count)
    let format = LocalFormat(tag)
    for (index, row) in parts.enumerated() {
      let (rate, median, p90) = (values[5 * index], values[5 * index + 1], values[5 * index + 2])
      let awaiting = try #require(row["awaiting"])
      let column = awaiting == "0" ? "response_rate" : "settled_response_rate"
      let share = try #require(Double(row[column] ?? ""))
      #expect(format.numbers(in: rate) == [(share * 1_000).rounded() / 10], "\(rate)")
      for (text, name) in [(median, "median"), (p90, "p90")] {
        let seconds = try #require(Double(row["first_response_\(name)_seconds"] ?? ""))
        let shown = try #require(format.seconds(of: text), "\(text)")
        // Seconds are shown under ten minutes, minutes under a day, hours beyond.
        let unit = seconds < 599.5 ? 1.0 : seconds < 86_370 ? 60 : 3_600
        #expect(abs(shown - seconds) <= unit / 2, "\(text) of \(seconds) s")
      }
    }
  }

  @Test(arguments: [
    ("en", "Responsiveness – 5–6 Nov 2026"), ("fr", "Réactivité – 5–6 nov. 2026"),
    ("pt", "Agilidade de resposta – 5–6 de nov. de 2026"),
    ("nb", "Svarprosent og svartid – 5.–6. nov. 2026"),
    ("id", "Kecepatan respons – 5–6 Nov 2026"),
  ])
  func aReportWithoutATitleHasOneInItsLanguage(tag: String, title: String) throws {
    let report = try Report(tag)
    #expect(
      try report.page("report.html").texts.first?.replacing("\u{A0}", with: " ") == title)
    #expect(try report.folder.text(of: "report.eml").contains("Content-Language: \(tag)\r\n"))
  }

  @Test func theOptionWinsOverTheConfiguration() throws {
    let place = try TemporaryFolder()
    _ = try place.write(try Checkout.text(of: "sample-data/minimal.csv"), to: "minimal.csv")
    _ = try place.write("language: nb\n", to: "replymeter.yml")
    let run = { (options: [String]) in
      try RunningTool.run(
        ["report", "minimal.csv", "--format", "text"] + options, in: place.path
      ).output.split(separator: "\n").first.map(String.init)
    }
    #expect(try run([]) == "Svarprosent og svartid, 2026-11-05 til 2026-11-06 (UTC)")
    #expect(
      try run(["--language", "id"]) == "Kecepatan respons, 2026-11-05 sampai 2026-11-06 (UTC)")
  }
}
