import Foundation
import TestSupport
import Testing

/// Private words are planted in every column and sought in everything that every verb writes.
struct PlantedSecretTests {
  /// By level, the kinds that nothing may show.
  private static let hidden: [(level: String, kinds: [PlantedHistory.Kind])] = [
    ("none", [.text]),
    ("contacts", [.text, .rejectedText, .contactID, .contactName, .address, .messageID]),
    ("all", PlantedHistory.Kind.allCases),
  ]

  private static func words(_ kinds: [PlantedHistory.Kind]) -> SpilledWords {
    SpilledWords(words: kinds.flatMap { PlantedHistory.words[$0] ?? [] })
  }

  /// What the program said; how it ended is expected by the caller.
  private static func said(_ outcome: RunningTool.Outcome) -> String {
    outcome.output + "\n" + outcome.errors
  }

  // MARK: Reports

  @Test(arguments: hidden)
  func noReportShowsWhatItsLevelHides(level: String, kinds: [PlantedHistory.Kind]) throws {
    let planted = try PlantedHistory()
    let words = Self.words(kinds)
    for format in ["html,csv,json,email", "text"] {
      let outcome = try RunningTool.run(
        [
          "report", "in.csv", "--output", "report-\(format.prefix(4))", "--format", format,
          "--redact", level, "--fail-on", "overdue", "--fail-on", "targets", "--fail-on",
          "rejects",
        ], in: planted.place.path)
      #expect(outcome.status == 1, "\(outcome.errors)")
      #expect(words.found(in: Self.said(outcome)) == [], "\(format)")
    }
    #expect(try words.found(inFolder: planted.place.path + "/report-html") == [])
  }

  /// What is hidden at a level is shown below it: the words are there to be found.
  @Test func aReportWithoutRedactionShowsPeople() throws {
    let planted = try PlantedHistory()
    let outcome = try RunningTool.run(
      ["report", "in.csv", "--output", "report"], in: planted.place.path)
    #expect(outcome.status == 0)
    let shown = PlantedHistory.Kind.allCases.filter { $0 != .text }
    for kind in shown {
      let words = Self.words([kind])
      #expect(
        try !words.found(inFolder: planted.place.path + "/report").isEmpty, "\(kind)")
    }
    // Also behind the encodings of a mail.
    let mail = try ReportFolder(path: planted.place.path + "/report").text(of: "report.eml")
    #expect(Self.words([.employeeAlias]).found(in: mail) == ["oxenford"])
  }

  @Test func rawRowsOfRejectsStandInOneFileOnly() throws {
    let planted = try PlantedHistory()
    _ = try RunningTool.run(["report", "in.csv", "--output", "report"], in: planted.place.path)
    let found = try Self.words([.rejectedText]).found(inFolder: planted.place.path + "/report")
    #expect(found == ["rejected.csv: quokkareject"])
  }

  // MARK: Other verbs

  private static let figures = [
    "response_rate", "first_response_median", "reply_p90", "awaiting", "missed", "excluded_done",
  ]

  @Test(arguments: hidden)
  func noExplanationShowsWhatItsLevelHides(level: String, kinds: [PlantedHistory.Kind]) throws {
    let planted = try PlantedHistory()
    // The ids that are asked for come from the one who asks, and are still not repeated.
    let ids = ["+33698765432", "+33711223344", "box@quistmail.example", "c4", "c5", "33698765433"]
    let calls =
      ids.map { ["--conversation=\($0)"] } + Self.figures.map { ["--figure=\($0)"] }
      + (level == "none" ? [] : ids.map { ["--conversation=\($0)", "--show-text"] })
    for call in calls {
      let outcome = try RunningTool.run(
        ["explain", "in.csv", "--redact", level] + call, in: planted.place.path)
      #expect(outcome.status == (call[0].hasSuffix("33698765433") ? 65 : 0), "\(call)")
      #expect(Self.words(kinds).found(in: Self.said(outcome)) == [], "\(call)")
    }
  }

  @Test func anExplanationIsFoundByThePseudonymThatReportsShow() throws {
    let planted = try PlantedHistory()
    func explained(_ id: String) throws -> RunningTool.Outcome {
      try RunningTool.run(
        ["explain", "in.csv", "--redact", "contacts", "--conversation=\(id)"],
        in: planted.place.path)
    }
    _ = try RunningTool.run(
      ["report", "in.csv", "--output", "report", "--redact", "contacts"], in: planted.place.path)
    let rows = try ReportFolder(path: planted.place.path + "/report").entries("conversations")
    let shown = try #require(rows.first { $0["channel"] == "sms" }?["conversation_id"])
    #expect(shown.hasPrefix("conversation-"))
    let byPseudonym = try explained(shown)
    #expect(byPseudonym.status == 0)
    #expect(byPseudonym.output.hasPrefix("conversation \(shown) on page shop, channel sms\n"))
    #expect(try explained("+33711223344") == byPseudonym)
    let unknown = try explained(String(shown.dropLast()) + "x")
    #expect(unknown.status == 65)
    #expect(unknown.errors.contains("the nearest are '\(shown)'"))
  }

  @Test(arguments: hidden)
  func noComparisonOfReportsShowsWhatTheirLevelHides(
    level: String, kinds: [PlantedHistory.Kind]
  ) throws {
    let planted = try PlantedHistory()
    for (name, period) in [("a", "2026-11-02..2026-11-04"), ("b", "all")] {
      let outcome = try RunningTool.run(
        ["report", "in.csv", "--output", name, "--redact", level, "--period", period],
        in: planted.place.path)
      #expect(outcome.status == 0)
    }
    let outcome = try RunningTool.run(["diff", "a", "b", "--all"], in: planted.place.path)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("conversations"))
    #expect(Self.words(kinds).found(in: Self.said(outcome)) == [])
  }

  // MARK: Failing runs

  private static let header = PlantedHistory.header
  private static let failures: [(name: String, content: String, options: [String], status: Int32)] =
    [
      (
        "no row has a known direction",
        header + "+33698765432,2026-11-05T09:00:00Z,zebulon,,,,,,,,,,,,quokkatext\n", [], 65
      ),
      (
        "no row has a timestamp",
        header + "+33698765432,zebulon,inbound,,,,,,,,,,,,quokkatext\n", [], 65
      ),
      (
        "there is no header",
        "+33698765432,zebulon,inbound,wamidsecret,quokkatext,hesterkey,mirabelle,kappacontact\n",
        [], 65
      ),
      (
        "a cell is a zero byte",
        header + "+33698765432,2026-11-05T09:00:00Z,inbound,,,,,,\u{0}zebulon\n", [], 65
      ),
      ("an unknown page", header, ["--page", "nowhere"], 64),
      ("an unknown figure of the configuration", header, ["--policy", "nothing"], 64),
    ]

  @Test(arguments: failures)
  func noFailureShowsPeople(
    name: String, content: String, options: [String], status: Int32
  ) throws {
    let planted = try PlantedHistory()
    try planted.place.write(content, to: "failing.csv")
    for level in ["contacts", "all"] {
      let outcome = try RunningTool.run(
        ["report", "in.csv", "failing.csv", "--output", "report", "--redact", level] + options,
        in: planted.place.path)
      #expect(outcome.status == status, "\(outcome.errors)")
      #expect(Self.words(PlantedHistory.Kind.allCases).found(in: Self.said(outcome)) == [])
    }
  }

  @Test func aWrongConfigurationShowsNoMailAddress() throws {
    let planted = try PlantedHistory()
    try planted.place.write(
      PlantedHistory.configuration.replacing(
        "subject:", with: "to: ['box@quistmail'], from: '<quistmail', subject:"),
      to: "replymeter.yml")
    let outcome = try RunningTool.run(
      ["report", "in.csv", "--output", "report"], in: planted.place.path)
    #expect(outcome.status == 78)
    #expect(Self.words([.address]).found(in: Self.said(outcome)) == [])
  }

  @Test func pseudonymsLastUnderAKeyFileAndPassWithoutOne() throws {
    let planted = try PlantedHistory()
    let folder = planted.place.path
    for name in ["a", "b"] {
      _ = try RunningTool.run(
        ["report", "in.csv", "--output", name, "--redact", "all"], in: folder)
    }
    let (a, b) = (ReportFolder(path: folder + "/a"), ReportFolder(path: folder + "/b"))
    #expect(try a.namesOfDifferences(from: b) == [])
    try planted.place.write("", to: "replymeter.yml")
    for name in ["c", "d"] {
      _ = try RunningTool.run(
        ["report", "in.csv", "--output", name, "--redact", "all"], in: folder)
    }
    let (c, d) = (ReportFolder(path: folder + "/c"), ReportFolder(path: folder + "/d"))
    #expect(try c.namesOfDifferences(from: d).contains("employees.csv"))
    let note = "Names are pseudonyms that change from run to run"
    for name in ["report.html", "email.html", "email.txt"] {
      #expect(try c.text(of: name).contains(note), "\(name)")
      #expect(try !a.text(of: name).contains(note), "\(name)")
    }
  }

  /// Of the same rows, in the same order, only the hidden cells differ.
  @Test func rowsKeepTheOrderOfTheRealIDs() throws {
    let planted = try PlantedHistory()
    for level in ["none", "all"] {
      _ = try RunningTool.run(
        ["report", "in.csv", "--output", level, "--redact", level], in: planted.place.path)
    }
    let plain = ReportFolder(path: planted.place.path + "/none")
    let redacted = ReportFolder(path: planted.place.path + "/all")
    let people: Set = [
      "conversation_id", "contact", "message_id", "employee", "employees", "name", "assignee",
      "raw",
    ]
    for name in ReportFolder.tables {
      let rows = try [plain, redacted].map { folder in
        try folder.entries(name).map { $0.filter { !people.contains($0.key) } }
      }
      #expect(rows[0] == rows[1], "\(name)")
    }
  }
}
