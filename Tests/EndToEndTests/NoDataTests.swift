import TestSupport
import Testing

/// Inputs without a row: every file is there, with blanks and zeros.
struct NoDataTests {
  private static let configuration = """
    pages:
      - { id: shop, name: Shop, industry: retail }
    """

  private static func report(
    _ options: [String], configuration: String? = nil, in place: borrowing TemporaryFolder
  ) throws -> ReportFolder {
    try place.write("conversation_id,timestamp,direction\n", to: "in.csv")
    if let configuration { try place.write(configuration, to: "replymeter.yml") }
    let outcome = try RunningTool.run(
      ["report", "in.csv", "--output", "report", "--quiet"] + options, in: place.path)
    #expect(outcome == RunningTool.Outcome(status: 0, output: "", errors: ""))
    return ReportFolder(path: place.path + "/report")
  }

  @Test func writesEveryTableWithItsHeader() throws {
    let place = try TemporaryFolder()
    let folder = try Self.report([], in: place)
    for name in ReportFolder.tables {
      let table = try folder.table(name)
      #expect(table.header.count > 1, "\(name)")
      switch name {
      case "summary": #expect(table.rows.count == 1)
      case "heatmap": #expect(table.rows.count == 168)
      case "quality": #expect(table.rows.count == 18)
      // Metrics and rule sets of all pages.
      case "changes": #expect(table.rows.count == 5)
      case "rules": #expect(table.rows.map { $0[0] }.allSatisfy { $0 == "*" })
      default: #expect(table.rows.isEmpty, "\(name)")
      }
    }
  }

  @Test func countsZeroAndLeavesTheRestBlank() throws {
    let place = try TemporaryFolder()
    let folder = try Self.report([], in: place)
    let summary = try #require(try folder.entries("summary").first)
    let zeros = [
      "openers", "answered", "awaiting", "missed", "excluded_spam", "excluded_done",
      "excluded_away", "first_response_count", "reply_count", "conversations", "new_contacts",
      "inbound", "outbound_human", "outbound_automated", "notes",
    ]
    for (column, value) in summary {
      let expected = column == "page" ? "*" : zeros.contains(column) ? "0" : ""
      #expect(value == expected, "\(column)")
    }
    let heatmap = try folder.table("heatmap")
    #expect(heatmap.rows.allSatisfy { $0[0] == "*" && Array($0[3...]) == ["0", "0", ""] })
    let quality = try folder.table("quality").rows
    #expect(quality.prefix(15).allSatisfy { $0[1] == "0" })
    #expect(quality.suffix(3).map { $0[1] } == ["", "", ""])
  }

  @Test func writesNoNumberThatIsNone() throws {
    let place = try TemporaryFolder()
    let folder = try Self.report(["--as-of", "2026-11-09T06:00"], in: place)
    for name in try folder.names() {
      let text = try folder.text(of: name).lowercased()
      for word in ["nan", "inf", "-0.0"] {
        let cells = text.split { ",:\n{}[]\"".contains($0) }
        #expect(!cells.contains { $0 == word }, "\(name) \(word)")
      }
    }
  }

  @Test func judgesTheConfiguredPagesAtTheInstantThatWasGiven() throws {
    let place = try TemporaryFolder()
    let folder = try Self.report(
      ["--as-of", "2026-11-09T06:00"], configuration: Self.configuration, in: place)
    let expected = [
      "shop", "2026-11-09T06:00:00+00:00", "facebook-2020", "0", "0", "", "", "false", "", "", "",
      "1",
    ]
    #expect(try folder.table("badge").rows == [expected])
    let summary = try folder.entries("summary")
    #expect(summary.map { $0["page"] } == ["shop", "*"])
    for row in summary {
      #expect(row["from"] == "" && row["to"] == "")
      #expect(row["as_of"] == "2026-11-09T06:00:00+00:00")
    }
    #expect(try folder.table("trend").rows.isEmpty)
  }

  @Test func keepsAnAbsolutePeriod() throws {
    let place = try TemporaryFolder()
    let folder = try Self.report(["--period", "2026-10"], in: place)
    let row = try #require(try folder.entries("summary").first)
    #expect(row["from"] == "2026-10-01T00:00:00+00:00")
    #expect(row["to"] == "2026-11-01T00:00:00+00:00")
    #expect(row["as_of"] == "")
    #expect(try folder.table("trend").rows.isEmpty)
    #expect(try folder.table("badge").rows.isEmpty)
  }

  @Test func saysSoInText() throws {
    let place = try TemporaryFolder()
    try place.write("conversation_id,timestamp,direction\n", to: "in.csv")
    let outcome = try RunningTool.run(
      ["report", "in.csv", "--format", "text"], in: place.path)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    try Golden().expect(outcome.output, named: "no-data.txt")
  }

  @Test func refusesNoPeriodWithoutAMessage() throws {
    let place = try TemporaryFolder()
    let outcome = try RunningTool.run(
      [
        "report", Checkout.path("sample-data/minimal.csv"), "--output", "report", "--period",
        "2020", "--quiet",
      ], in: place.path)
    #expect(outcome.status == 0)
    let row = try #require(
      try ReportFolder(path: place.path + "/report").entries("summary").last)
    #expect(row["openers"] == "0" && row["response_rate"] == "" && row["inbound"] == "0")
  }
}
