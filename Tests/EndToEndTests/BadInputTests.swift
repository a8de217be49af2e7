import Foundation
import TestSupport
import Testing

/// Inputs that cannot be read or understood: the exit code and the exact message.
struct BadInputTests {
  private static let header = "conversation_id,timestamp,direction\n"

  /// A file's content, and what the tool says of it.
  private static let refusals: [(content: String, message: String)] = [
    (
      "",
      "the input is empty (found no header, expected a header and rows); export the history again"
    ),
    (
      "name,when,what\n1,2,3\n",
      """
      there is no column conversation_id (found "name", "when", "what", expected \
      "conversation_id" or a synonym); name the column that holds it: \
      columns: { conversation_id: "…" }
      """
    ),
    (
      header + "1,2026-11-05T09:00:00Z,inb\u{0}ound\n",
      """
      this is no text (found a zero byte at byte 62, expected none); export the history as CSV \
      in UTF-8
      """
    ),
    (
      header + "1,soon,inbound\n2,later,inbound\n",
      """
      no row has a timestamp that can be read (found none in 2 rows, expected a date with a \
      time, as ISO 8601, or Unix time); name the column that holds it: columns: { timestamp: "…" }
      """
    ),
    (
      header + "1,2026-11-05T09:00:00Z,hither\n",
      """
      no row has a known direction (found none in 1 row, expected inbound or outbound); say what \
      its words mean: values: { direction: { "…": inbound, "…": outbound } }
      """
    ),
  ]

  @Test(arguments: refusals)
  func refusesAFile(content: String, message: String) throws {
    let place = try TemporaryFolder()
    try place.write(content, to: "in.csv")
    let outcome = try RunningTool.run(
      ["report", "in.csv", "--output", "report"], in: place.path)
    #expect(outcome == .refusal(65, "in.csv: error: \(message)"))
    #expect(try place.names() == ["in.csv"])
  }

  @Test func refusesABinary() throws {
    let place = try TemporaryFolder()
    let tool = try Data(contentsOf: URL(filePath: RunningTool.binaries + "/replymeter"))
    try place.write([UInt8](tool.prefix(4096)), to: "in.csv")
    let outcome = try RunningTool.run(
      ["report", "in.csv", "--output", "report"], in: place.path)
    #expect(outcome.status == 65)
    #expect(
      outcome.errors == "replymeter: in.csv: error: this is no text (found a zero byte at byte 7, "
        + "expected none); export the history as CSV in UTF-8\n")
  }

  private static let absences: [(inputs: [String], status: Int32, message: String)] = [
    (
      [], 64,
      "error: no input; name files or folders, or list them under 'inputs' in replymeter.yml"
    ),
    (["nowhere.csv"], 66, "nowhere.csv: error: there is no such file or folder"),
    (["nowhere/*.csv"], 66, "nowhere/*.csv: error: there is no such file or folder"),
    (
      ["empty"], 66,
      "empty: error: the folder has no file whose name ends in csv, tsv, tab, txt or json, "
        + "also with .gz or .zst"
    ),
  ]

  @Test(arguments: absences)
  func tellsWhichInputIsMissing(inputs: [String], status: Int32, message: String) throws {
    let place = try TemporaryFolder()
    try place.write("not a history", to: "empty/notes.pdf")
    let outcome = try RunningTool.run(
      ["report", "--output", "report"] + inputs, in: place.path)
    #expect(outcome == .refusal(status, message))
    #expect(try place.names() == ["empty"])
  }

  @Test(.disabled(if: geteuid() == 0, "the superuser may read every file"))
  func tellsWhichInputCannotBeRead() throws {
    let place = try TemporaryFolder()
    let file = try place.write(Self.header, to: "in.csv")
    try FileManager.default.setAttributes([.posixPermissions: 0o000], ofItemAtPath: file)
    let outcome = try RunningTool.run(
      ["report", "in.csv", "--output", "report"], in: place.path)
    #expect(outcome.status == 66)
    #expect(
      outcome.errors == "replymeter: in.csv: error: cannot open the input (Permission denied); "
        + "check the path and its permissions\n")
  }

  @Test func tellsOfAnUnknownConversation() throws {
    let outcome = try RunningTool.run(
      ["explain", "--conversation", "1009", "sample-data/minimal.csv"], in: Checkout.folder)
    #expect(outcome.status == 65 && outcome.output.isEmpty)
    #expect(
      outcome.errors == "replymeter: error: no conversation has this id; the nearest are '1001', "
        + "'1002', '1003'\n")
  }

  /// Everything a customer or an employee wrote is `canary`; none of it may be told.
  @Test(arguments: [
    "conversation_id,timestamp,direction,text\ncanary1,2026-11-05T09:00:00Z,inbound,canary2\n"
      + "canary3,canary4,inbound,canary5\n,2026-11-05T09:00:00Z,inbound,canary6\n"
      + "canary7,2026-11-05T09:00:00Z,canary8,canary9\n",
    "conversation_id,timestamp,direction,status,rating,kind,sender_name,contact_name,page\n"
      + "canary1,2026-10-25T02:30:00,inbound,canary2,canary3,canary4,canary5,canary6,canary7\n",
    "conversation_id,timestamp,direction\ncanary1,canary2,canary3\n",
    "conversation_id,timestamp,direction\ncanary1,2026-11-05T09:00:00Z,canary3\n",
    "conversation_id,timestamp,direction,text\ncanary1,2026-11-05T09:00:00Z,inbound,\"canary2\n",
    "conversation_id,timestamp,direction,text\ncanary1,2026-11-05T09:00:00Z,inbound,\"a\"canary2\n",
    "conversation_id,timestamp,direction,text\ncanary1,2026-11-05T09:00:00Z,inbound,canary\u{0}2\n",
  ])
  func neverTellsWhatStandsInRows(content: String) throws {
    let place = try TemporaryFolder()
    try place.write(content, to: "in.csv")
    let outcome = try RunningTool.run(
      ["report", "in.csv", "--output", "report", "--timezone", "Europe/Paris"], in: place.path)
    #expect(!outcome.errors.contains("canary"))
    #expect(!outcome.output.contains("canary"))
  }
}

/// Inputs that change under the reader, made to happen at a known place of the run.
@Suite(.serialized) struct ChangingInputTests {
  /// More than a pipe takes in before the tool reads from it.
  private static let rows = (0..<4000).map { index in
    "c\(index),2026-11-05T09:00:00Z,inbound\n"
  }.joined()

  @Test func refusesAnInputThatChangedWhileItWasRead() throws {
    let place = try TemporaryFolder()
    let header = "conversation_id,timestamp,direction\n"
    let file = try place.write(header + "1,2026-11-05T09:00:00Z,inbound\n", to: "in.csv")
    let tool = try RunningTool(["report", "in.csv", "-", "--output", "report"], in: place.path)
    // The tool opens its inputs in order: once it reads standard input, in.csv is open.
    tool.feed(header + Self.rows)
    let handle = try #require(FileHandle(forWritingAtPath: file))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("2,2026-11-05T09:05:00Z,inbound\n".utf8))
    try handle.close()
    let outcome = try tool.finish()
    #expect(outcome.status == 66)
    #expect(
      outcome.errors == "replymeter: in.csv: error: the input changed while it was read (found "
        + "another size or time, expected those of its opening); run again when its export is "
        + "complete\n")
    #expect(try place.names() == ["in.csv"])
  }
}
