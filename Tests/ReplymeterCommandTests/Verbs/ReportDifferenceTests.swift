import ArgumentParser
import Reports
import TestSupport
import Testing

@testable import ReplymeterCommand

@Suite("diff")
struct ReportDifferenceTests {
  /// Two folders of reports, each with report.json and what else is named.
  private func lines(
    _ before: [String: String], _ after: [String: String], showsAll: Bool = false
  ) throws -> [String] {
    let folder = try TemporaryFolder()
    for (name, text) in before { try folder.write(text, to: "a/\(name)") }
    for (name, text) in after { try folder.write(text, to: "b/\(name)") }
    let difference = try ReportDifference(
      ComparedReport(folder.path + "/a"), ComparedReport(folder.path + "/b/report.json"))
    let lines = difference.lines(showsAll: showsAll)
    #expect(difference.isEmpty == (lines.last == "nothing differs"))
    // The folders' names differ from run to run.
    #expect(lines[0].hasPrefix("A  ") && lines[1].hasPrefix("B  "))
    return Array(lines.dropFirst(2))
  }

  private func report(_ tables: String, version: String = "1.0.0") -> String {
    #"{"schema":"replymeter/1","version":"\#(version)"\#(tables)}"#
  }

  private func summary(_ rows: String) -> String { report(#","summary":[\#(rows)]"#) }

  private func manifest(
    settings: String = #""period":"all","as_of":null"#,
    inputs: String = #"{"name":"a.csv","size":1,"xxh3_128":"00"}"#
  ) -> String {
    """
    {"program":"replymeter","version":"1.0.0","settings":{\(settings)},"files":[],
    "inputs":[\(inputs)],"outputs":[]}
    """
  }

  private let note = "note: no manifest.json beside A and B: settings and inputs were not compared"

  @Test("figures are shown by row and column, numbers with their difference, all pages first")
  func figures() throws {
    let lines = try lines(
      [
        "report.json": summary(
          #"{"page":"shop","openers":120,"response_rate":0.916667,"first_response_median_seconds":312.5},"#
            + #"{"page":"gone","openers":1},{"page":"*","openers":121,"response_rate":0.9}"#)
      ],
      [
        "report.json": summary(
          #"{"page":"shop","openers":130,"response_rate":0.923077,"first_response_median_seconds":null},"#
            + #"{"page":"new","openers":2},{"page":"*","openers":132,"response_rate":0.9}"#)
      ])
    #expect(
      lines == [
        "", "summary.csv: 4 figures in 2 rows, 1 row only in A, 1 row only in B",
        "  page *",
        "    openers  121 → 132  (+11)",
        "  page shop",
        "    openers  120 → 130  (+10)",
        "    response_rate  0.916667 → 0.923077  (+0.00641)",
        "    first_response_median_seconds  312.5 → –",
        "  only in A: page gone",
        "  only in B: page new",
        "", note, "", "differs: summary.csv",
      ])
  }

  @Test("equal numbers are equal however they are written, and order of rows or keys is nothing")
  func equalNumbers() throws {
    let lines = try lines(
      [
        "report.json": summary(
          #"{"page":"a","openers":1,"response_rate":0.500000},{"page":"b","openers":2}"#)
      ],
      [
        "report.json": summary(
          #"{"openers":2.0,"page":"b"},{"response_rate":0.5,"page":"a","openers":1}"#)
      ])
    #expect(lines == ["", note, "", "nothing differs"])
  }

  @Test("a number is no text, a flag no number, and blank no zero")
  func kinds() throws {
    let lines = try lines(
      [
        "report.json": report(
          #","quality":[{"figure":"oldest","value":"1"},{"figure":"notes","value":null}]"#
            + #","badge":[{"page":"p","at":"t","earned":true}]"#)
      ],
      [
        "report.json": report(
          #","quality":[{"figure":"oldest","value":"2"},{"figure":"notes","value":0}]"#
            + #","badge":[{"page":"p","at":"t","earned":false}]"#)
      ])
    #expect(
      lines == [
        "", "badge.csv: 1 figure in 1 row", "  page p, at t", "    earned  true → false",
        "", "quality.csv: 2 figures in 2 rows", "  figure oldest", "    value  1 → 2",
        "  figure notes", "    value  – → 0",
        "", note, "", "differs: badge.csv, quality.csv",
      ])
  }

  @Test("version, settings and inputs are compared through the manifests")
  func origin() throws {
    let lines = try lines(
      [
        "report.json": report(""),
        "manifest.json": manifest(
          settings: #""period":"2026-10","as_of":null,"policy":"facebook-2020""#,
          inputs: #"{"name":"a.csv","xxh3_128":"00"},{"name":"b.csv","xxh3_128":"01"}"#),
      ],
      [
        "report.json": report("", version: "1.1.0"),
        "manifest.json": manifest(
          settings: #""period":"2026-11","as_of":"2026-11-30","policy":"facebook-2020""#,
          inputs: #"{"name":"c.csv","xxh3_128":"00"},{"name":"a.csv","xxh3_128":"02"}"#),
      ])
    #expect(
      lines == [
        "", "version:", "  1.0.0 → 1.1.0", "settings:", "  as_of  – → 2026-11-30",
        "  period  2026-10 → 2026-11", "inputs:", "  changed: a.csv", "  only in A: b.csv",
        "  only in B: c.csv", "", "differs: version, settings, inputs, no figure",
      ])
  }

  @Test("inputs in another order are a difference, a file given twice is none")
  func inputOrder() throws {
    let (a, b) = (#"{"name":"a.csv","xxh3_128":"00"}"#, #"{"name":"b.csv","xxh3_128":"01"}"#)
    let twice = ["report.json": report(""), "manifest.json": manifest(inputs: "\(a),\(a),\(b)")]
    #expect(try lines(twice, twice) == ["", "nothing differs"])
    let other = ["report.json": report(""), "manifest.json": manifest(inputs: "\(a),\(b),\(a)")]
    #expect(
      try lines(twice, other)
        == ["", "inputs:", "  in another order", "", "differs: inputs, no figure"])
  }

  @Test("of a long difference the first 40 lines are shown, or all")
  func cap() throws {
    func rows(_ value: Int, count: Int) -> String {
      (0..<count).map { #"{"figure":"f\#($0)","value":\#(value)}"# }.joined(separator: ",")
    }
    func report(_ value: Int, count: Int) -> [String: String] {
      ["report.json": self.report(#","quality":[\#(rows(value, count: count))]"#)]
    }
    let capped = try lines(report(1, count: 30), report(2, count: 30))
    #expect(capped.count == 1 + 1 + 40 + 1 + 4)
    #expect(capped[42] == "  … 20 more lines; --all shows them")
    let all = try lines(report(1, count: 30), report(2, count: 30), showsAll: true)
    #expect(all.count == 1 + 1 + 60 + 4)
    #expect(try lines(report(1, count: 20), report(2, count: 20)).count == 1 + 1 + 40 + 4)
  }

  private let openers = "page,channel,conversation_id,message_id,at,state,first_response_seconds\n"

  @Test("lists by name are compared through the CSV files beside")
  func listings() throws {
    let json = report(#","openers":"openers.csv""#)
    let lines = try lines(
      [
        "report.json": json,
        "openers.csv": "\u{FEFF}" + openers
          + "p,c,1,007,t1,answered,30\np,c,2,,t2,missed,\np,c,'=3,,t3,missed,\np,c,4,,t4,missed,\n",
      ],
      [
        "report.json": json,
        "openers.csv": openers
          + "p,c,1,7,t1,answered,31.5\np,c,2,,t2,missed,\np,c,'=3,,t3,answered,5\np,c,5,,t5,missed,\n",
      ])
    #expect(
      lines == [
        "", "openers.csv: 4 figures in 2 rows, 1 row only in A, 1 row only in B",
        "  page p, channel c, conversation_id 1, at t1",
        "    message_id  007 → 7", "    first_response_seconds  30 → 31.5  (+1.5)",
        "  page p, channel c, conversation_id =3, at t3",
        "    state  missed → answered", "    first_response_seconds  – → 5",
        "  only in A: page p, channel c, conversation_id 4, at t4",
        "  only in B: page p, channel c, conversation_id 5, at t5",
        "", note, "", "differs: openers.csv",
      ])
  }

  @Test("a row more of two equal ones is found")
  func repeatedRows() throws {
    let json = report(#","openers":"openers.csv""#)
    let row = "p,c,1,,t1,missed,\n"
    let once = ["report.json": json, "openers.csv": openers + row]
    let twice = ["report.json": json, "openers.csv": openers + row + row]
    #expect(try lines(twice, twice) == ["", note, "", "nothing differs"])
    #expect(
      try lines(once, twice)[1...2]
        == [
          "openers.csv: 1 row only in B",
          "  only in B: page p, channel c, conversation_id 1, at t1",
        ])
  }

  @Test("a list that is short in one report and long in the other is compared all the same")
  func mixedForms() throws {
    let lines = try lines(
      [
        "report.json": report(
          #","openers":[{"page":"p","channel":"c","conversation_id":"1","message_id":null,"#
            + #""at":"t1","state":"missed","first_response_seconds":null}]"#)
      ],
      [
        "report.json": report(#","openers":"openers.csv""#),
        "openers.csv": openers + "p,c,1,,t1,answered,60\n",
      ])
    #expect(lines.contains("    state  missed → answered"))
    #expect(lines.contains("openers.csv: 2 figures in 1 row"))
  }

  @Test("a list whose file is not there is said not to be compared; a file of one alone differs")
  func missingFiles() throws {
    let named = ["report.json": report(#","openers":"openers.csv""#)]
    let absent = "note: openers.csv is not beside both reports: its list was not compared"
    #expect(try lines(named, named) == ["", note, absent, "", "nothing differs"])
    #expect(
      try lines(named, ["report.json": report("")])
        == ["", "openers.csv: only in A", "", note, "", "differs: openers.csv"])
  }

  @Test("texts that could steer a terminal are shown harmless")
  func terminal() throws {
    let lines = try lines(
      ["report.json": summary(#"{"page":"\u001b[31mred\nnext"}"#)], ["report.json": summary("")])
    #expect(lines[2] == "  only in A: page \u{FFFD}[31mred next")
  }

  @Test("what is no report is refused")
  func refused() throws {
    let folder = try TemporaryFolder()
    func error(_ text: String?) throws -> RunError? {
      let name = "r\(UInt32.random(in: 0...UInt32.max))"
      if let text { try folder.write(text, to: name + "/report.json") }
      return #expect(throws: RunError.self) { try ComparedReport(folder.path + "/" + name) }
    }
    let cases:
      [(
        text: String?, status: ReplymeterCommand.ExitStatus, message: String
      )] = [
        (nil, .inputUnreadable, "there is no such file"),
        ("{", .inputNotUnderstood, "this is no JSON"),
        ("[]", .inputNotUnderstood, "this is no report (found no 'schema', expected replymeter/1)"),
        (
          #"{"schema":"replymeter/2"}"#, .inputNotUnderstood,
          "this is a report of another schema (found 'replymeter/2', expected replymeter/1)"
        ),
        (
          #"{"schema":"replymeter/1","summary":{}}"#, .inputNotUnderstood, "'summary' is no table"
        ),
        (
          #"{"schema":"replymeter/1","summary":[{"page":[1]}]}"#, .inputNotUnderstood,
          "'summary' is no table"
        ),
      ]
    for (text, status, message) in cases {
      let error = try error(text)
      #expect(error?.status == status)
      #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
    }
  }

  @Test("the exit status is 0 for a report and itself, 1 for one of another period")
  func exitStatus() throws {
    let folder = try TemporaryFolder()
    let history = try folder.write(WrittenHistory.header + WrittenHistory.shop, to: "history.csv")
    let configuration = try folder.write("", to: "replymeter.yml")
    func exitStatus(_ arguments: String...) throws -> Int32 {
      var command = try RootCommand.parseAsRoot(arguments)
      do {
        try command.run()
        return 0
      } catch {
        return RootCommand.exitCode(for: error).rawValue
      }
    }
    for (name, period) in [("a", "all"), ("b", "2026-11-03..2026-11-04")] {
      let status = try exitStatus(
        "report", history, "--config", configuration, "--output", folder.path + "/" + name,
        "--format", "csv,json", "--quiet", "--period", period)
      #expect(status == 0)
    }
    let (a, b) = (folder.path + "/a", folder.path + "/b")
    #expect(try exitStatus("diff", a, a) == 0)
    #expect(try exitStatus("diff", a, b) == 1)
    #expect(try exitStatus("diff", a, folder.path + "/c") == 66)
  }

  @Test(
    "swapping the tables swaps the sides of every difference",
    arguments: 1...20 as ClosedRange<UInt64>)
  func symmetry(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func table() -> ComparedTable {
      var table = ComparedTable(.quality, columns: ["figure", "value"])
      for number in 0..<20 where random.chance(percent: 80) {
        table.add([
          "figure": ComparedValue(text: "f\(number)", number: nil),
          "value": ComparedValue(csv: "\(random.number(in: 0..<3))", isText: false),
        ])
      }
      return table
    }
    let (before, after) = (table(), table())
    let forth = TableDifference(.quality, before: before, after: after)
    let back = TableDifference(.quality, before: after, after: before)
    #expect(forth.onlyBefore == back.onlyAfter, "\(random)")
    #expect(forth.onlyAfter == back.onlyBefore, "\(random)")
    #expect(forth.changed.map(\.key) == back.changed.map(\.key), "\(random)")
    for (there, here) in zip(forth.changed, back.changed) {
      #expect(there.figures.map(\.before) == here.figures.map(\.after), "\(random)")
      #expect(there.figures.map(\.difference) == here.figures.map { $0.difference.map { -$0 } })
    }
    #expect(!forth.isEmpty, "\(random)")
    #expect(TableDifference(.quality, before: before, after: before).isEmpty, "\(random)")
  }
}
