import Foundation
import TestSupport
import Testing

/// The built binary over sample-data: goldens, and beside each an independent companion.
struct SampleDataTests {
  // MARK: Goldens

  @Test(arguments: ReportFolder.tables)
  func writesTheTableOfTheGolden(table: String) throws {
    let sample = try SampleReport()
    try Golden().expect(
      try sample.folder.text(of: "\(table).csv"), named: "sample-\(table).csv")
  }

  @Test func writesTheJSONOfTheGolden() throws {
    let sample = try SampleReport()
    try Golden().expect(try sample.folder.text(of: "report.json"), named: "sample-report.json")
  }

  @Test func printsTheTextOfTheGolden() throws {
    let outcome = try RunningTool.run(
      ["report", "--config", "sample-data/replymeter.yml", "--format", "text"],
      in: Checkout.folder)
    #expect(outcome.status == 0)
    try Golden().expect(outcome.output, named: "sample-report.txt")
  }

  @Test func warnsOnceAKindOnStandardError() throws {
    let sample = try SampleReport()
    try Golden().expect(sample.outcome.errors, named: "sample-warnings.txt")
  }

  // MARK: Companions

  @Test func figuresFollowFromTheListings() throws {
    let sample = try SampleReport()
    let recomputation = try Recomputation(
      sample.folder, scheduledPages: SampleReport.scheduledPages)
    #expect(recomputation.openers.count > 90)
    try recomputation.check(sample.folder)
  }

  @Test func trendHasARowForEachBucketOfThePeriod() throws {
    let sample = try SampleReport()
    let all = try sample.folder.entries("trend").filter { $0["page"] == "*" }
    #expect(
      all.map { "\($0["grain"] ?? "") \($0["start"] ?? "")" } == [
        "day 2026-11-02", "day 2026-11-03", "day 2026-11-04", "day 2026-11-05",
        "day 2026-11-06", "day 2026-11-07", "day 2026-11-08", "week 2026-11-02",
        "month 2026-11-01",
      ])
  }

  @Test func heatMapHasEveryHourOfTheWeek() throws {
    let sample = try SampleReport()
    let rows = try sample.folder.entries("heatmap")
    let pages = try sample.folder.entries("summary").compactMap { $0["page"] }
    let expected = pages.flatMap { page in
      (1...7).flatMap { day in (0...23).map { "\(page) \(day) \($0)" } }
    }
    #expect(
      rows.map { "\($0["page"] ?? "") \($0["weekday"] ?? "") \($0["hour"] ?? "")" } == expected)
  }

  @Test func qualityAddsUpToTheRowsOfTheInputs() throws {
    let sample = try SampleReport()
    let quality = try sample.folder.table("quality")
    #expect(
      quality.rows.map(\.first) == [
        "rows_read", "messages", "notes", "events", "duplicates_with_id", "duplicates_whole_row",
        "rows_after_as_of", "rejected_no_conversation_id", "rejected_bad_timestamp",
        "rejected_bad_direction", "unknown_kind", "unknown_status", "unknown_rating",
        "times_in_gap", "times_ambiguous", "oldest", "newest", "messages_with_employee_share",
      ])
    let counts = quality.rows.prefix(10).compactMap { $0.last.flatMap { Int($0) } }
    #expect(counts.count == 10)
    #expect(counts[0] == counts[1...].reduce(0, +))
    let inputs: [(name: String, separator: Unicode.Scalar)] = [
      ("2026-W43", ","), ("2026-W44", ";"), ("2026-W45", ","),
    ]
    let rows = try inputs.reduce(0) { sum, input in
      let text = try Checkout.text(of: "sample-data/exports/\(input.name).csv")
      return sum + PlainTable(text, separator: input.separator).rows.count
    }
    #expect(counts[0] == rows)
    #expect(try sample.folder.table("rejected").rows.count == counts[7...9].reduce(0, +))
  }

  @Test func jsonHoldsTheValuesOfTheTables() throws {
    let sample = try SampleReport()
    let json = try sample.folder.json("report.json")
    #expect(json["schema"] as? String == "replymeter/1")
    for name in ReportFolder.tables {
      let table = try sample.folder.table(name)
      if table.rows.count > 1000 {
        #expect(json[name] as? String == "\(name).csv")
        continue
      }
      let rows = try #require(json[name] as? [[String: Any]], "\(name)")
      #expect(rows.count == table.rows.count, "\(name)")
      for (row, cells) in zip(rows, table.rows) {
        #expect(row.count == cells.count, "\(name)")
        for (column, cell) in zip(table.header, cells) {
          let value = row[column]
          // Which only the owner may read, and only there.
          let cell = name == "rejected" && column == "raw" ? "" : cell
          #expect(Self.says(value, cell), "\(name) \(column): \(value ?? "?") against \(cell)")
        }
      }
    }
  }

  /// Whether a JSON value is what a CSV cell says: blank is null, numbers are equal as numbers,
  /// texts may carry the guard against formulas.
  private static func says(_ value: Any?, _ cell: String) -> Bool {
    switch value {
    case nil: false
    case is NSNull: cell.isEmpty
    case let text as String: !text.isEmpty && (cell == text || cell == "'" + text)
    case let number as NSNumber:
      ["true", "false"].contains(cell)
        ? number.boolValue == (cell == "true") : number.doubleValue == Double(cell)
    default: false
    }
  }

  @Test func manifestListsEveryFileWithItsHash() throws {
    let sample = try SampleReport()
    let manifest = try sample.folder.json("manifest.json")
    let outputs = try #require(manifest["outputs"] as? [[String: Any]])
    #expect(
      outputs.compactMap { $0["name"] as? String }.sorted()
        == (try sample.folder.names()).filter { $0 != "manifest.json" }.sorted())
    for output in outputs {
      let name = try #require(output["name"] as? String)
      #expect(output["size"] as? Int == (try sample.folder.bytes(of: name)).count, "\(name)")
      let sum = try RunningTool.run([name], program: "/usr/bin/sha256sum", in: sample.folder.path)
      #expect(
        sum.output.prefix(64) == (output["sha256"] as? String ?? "").prefix(64), "\(name)")
    }
    let inputs = try #require(manifest["inputs"] as? [[String: Any]])
    #expect(
      inputs.map { $0["name"] as? String } == [
        "exports/2026-W43.csv", "exports/2026-W44.csv", "exports/2026-W45.csv",
      ])
    #expect(inputs.allSatisfy { ($0["xxh3_128"] as? String)?.count == 32 })
  }

  @Test func onlyTheOwnerMayReadTheRejectedRows() throws {
    let sample = try SampleReport()
    let attributes = try FileManager.default.attributesOfItem(
      atPath: sample.folder.path + "/rejected.csv")
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  // MARK: Choices

  @Test func printsThePathsThatItWrote() throws {
    let sample = try SampleReport()
    let paths = try sample.folder.names().map { "\(sample.folder.path)/\($0)" }
    #expect(
      sample.outcome.output.split(separator: "\n").map(String.init).sorted() == paths.sorted())
  }

  @Test func saysNothingOnSuccessWhenQuiet() throws {
    let place = try TemporaryFolder()
    let outcome = try RunningTool.run(
      ["report", "sample-data/minimal.csv", "--output", place.path + "/report", "--quiet"],
      in: Checkout.folder)
    #expect(outcome == RunningTool.Outcome(status: 0, output: "", errors: ""))
  }

  @Test(arguments: [
    ("csv", ["manifest.json"] + ReportFolder.tables.map { $0 + ".csv" }),
    ("json", ["manifest.json", "report.json"]),
    ("html", ["manifest.json", "report.html"]),
  ])
  func writesTheFormatsThatWereChosen(format: String, names: [String]) throws {
    let sample = try SampleReport(["--format", format])
    #expect(sample.outcome.status == 0)
    #expect(try sample.folder.names() == names.sorted())
  }

  @Test func leavesTheListingsOutWhereNoneAreWanted() throws {
    let sample = try SampleReport(["--no-listings", "--format", "csv"])
    let names = try sample.folder.names()
    #expect(!names.contains("openers.csv") && !names.contains("conversations.csv"))
    #expect(names.contains("rejected.csv"))
  }

  @Test func separatesCellsByWhatWasAskedFor() throws {
    let sample = try SampleReport(["--csv-separator", "tab", "--csv-bom", "--format", "csv"])
    let plain = try SampleReport(["--format", "csv"])
    for name in ReportFolder.tables {
      let text = try sample.folder.text(of: name + ".csv")
      #expect(text.unicodeScalars.first == "\u{FEFF}")
      let table = PlainTable(
        String(String.UnicodeScalarView(text.unicodeScalars.dropFirst())), separator: "\t")
      let expected = try plain.folder.table(name)
      #expect(table == expected, "\(name)")
    }
  }

  @Test func addsUpTheChosenPageAlone() throws {
    let sample = try SampleReport(["--page", "atelier-sud", "--format", "csv"])
    let whole = try SampleReport(["--format", "csv"])
    let chosen = try sample.folder.entries("summary")
    #expect(chosen.map { $0["page"] } == ["atelier-sud", "*"])
    let expected = try whole.folder.entries("summary").first { $0["page"] == "atelier-sud" }
    #expect(chosen.first == expected)
    #expect(chosen.last?["openers"] == expected?["openers"])
    #expect(sample.outcome.errors == whole.outcome.errors)
    #expect(try sample.folder.text(of: "quality.csv") == whole.folder.text(of: "quality.csv"))
  }

  @Test func explainsAConversation() throws {
    let outcome = try RunningTool.run(
      ["explain", "--conversation", "t_48213", "--config", "sample-data/replymeter.yml"],
      in: Checkout.folder)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    try Golden().expect(outcome.output, named: "sample-explain.txt")
  }

  @Test func showsTextsOnlyWhereAsked() throws {
    let call = ["explain", "--conversation", "1001", "sample-data/minimal.csv"]
    let silent = try RunningTool.run(call, in: Checkout.folder)
    let talking = try RunningTool.run(call + ["--show-text"], in: Checkout.folder)
    #expect(!silent.output.contains("It waits at the counter."))
    #expect(talking.output.contains("      It waits at the counter.\n"))
  }

  @Test func explainsAFigure() throws {
    let outcome = try RunningTool.run(
      [
        "explain", "--figure", "response_rate", "--page", "atelier-nord", "--config",
        "sample-data/replymeter.yml",
      ], in: Checkout.folder)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    try Golden().expect(outcome.output, named: "sample-explain-figure.txt")
    let sample = try SampleReport()
    let row = try sample.folder.entries("summary").first { $0["page"] == "atelier-nord" }
    #expect(outcome.output.hasPrefix("response_rate: \(row?["response_rate"] ?? "?") "))
  }

  @Test func tellsWhatDiffersBetweenTwoReports() throws {
    let one = try SampleReport()
    let other = try SampleReport(["--page", "atelier-sud"])
    let same = try RunningTool.run(
      ["diff", one.folder.path, one.folder.path + "/report.json"], in: Checkout.folder)
    #expect(same.status == 0 && same.errors.isEmpty)
    #expect(same.output.hasSuffix("\nnothing differs\n"))
    let different = try RunningTool.run(
      ["diff", one.folder.path, other.folder.path], in: Checkout.folder)
    #expect(different.status == 1 && different.errors.isEmpty)
    #expect(different.output.contains("\nsettings:\n  pages  – → atelier-sud\n"))
  }

  // MARK: Page

  @Test func thePageNeedsNothingButItself() throws {
    let sample = try SampleReport(["--format", "html"])
    let page = try sample.folder.text(of: "report.html")
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"))
    // What a browser would fetch by itself; links to sources are a reader's choice.
    let fetching = /(?:src|srcset|poster|data|action)\s*=\s*["']?(?<target>[^"'\s>]+)/
    for match in page.matches(of: fetching) {
      Issue.record("the page fetches \(match.target)")
    }
    for word in ["@import", "url(", "<link rel=\"stylesheet", "<iframe", "<object", "fetch("] {
      #expect(!page.contains(word), "\(word)")
    }
  }

  @Test func thePageShowsTheRatesOfTheSummary() throws {
    let sample = try SampleReport()
    let page = try sample.folder.text(of: "report.html")
    for row in try sample.folder.entries("summary") {
      let answered = try #require(Int(row["answered"] ?? ""))
      let openers = try #require(Int(row["openers"] ?? ""))
      // One decimal, half away from zero; none for a whole number.
      let tenths = (2000 * answered + openers) / (2 * openers)
      let text = tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
      let spaces = ["\u{A0}", "\u{202F}", " ", "&nbsp;"]
      #expect(
        spaces.contains { page.contains(text + $0 + "%") }, "\(row["page"] ?? ""): \(text) %")
    }
  }
}
