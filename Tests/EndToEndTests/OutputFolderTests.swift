import Foundation
import Glibc
import TestSupport
import Testing

/// Where reports may be written: all files or none, and never over anything of somebody else's.
struct OutputFolderTests {
  private static let input = Checkout.path("sample-data/minimal.csv")

  private static func report(into folder: String, in place: String) throws -> RunningTool.Outcome {
    try RunningTool.run(
      ["report", input, "--output", folder, "--format", "csv", "--quiet"], in: place)
  }

  @Test func replacesAReportOfItsOwn() throws {
    let place = try TemporaryFolder()
    #expect(try Self.report(into: "a/b/report", in: place.path).status == 0)
    let names = try ReportFolder(path: place.path + "/a/b/report").names()
    let again = try RunningTool.run(
      ["report", Self.input, "--output", "a/b/report/", "--format", "json", "--quiet"],
      in: place.path)
    #expect(again.status == 0)
    #expect(names.contains("summary.csv"))
    #expect(
      try ReportFolder(path: place.path + "/a/b/report").names()
        == ["manifest.json", "report.json"])
    #expect(try ReportFolder(path: place.path + "/a/b").names() == ["report"])
  }

  @Test func fillsAnEmptyFolder() throws {
    let place = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: place.path + "/report", withIntermediateDirectories: false)
    #expect(try Self.report(into: "report", in: place.path).status == 0)
  }

  @Test func leavesAFolderWithOtherFilesUntouched() throws {
    let place = try TemporaryFolder()
    try place.write("mine", to: "report/mine.txt")
    let outcome = try Self.report(into: "report", in: place.path)
    #expect(outcome.status == 73)
    #expect(
      outcome.errors == "replymeter: report: error: the folder has files that are no report of "
        + "replymeter (such as 'mine.txt'); nothing was touched; name a new or an empty folder\n")
    #expect(try place.text(of: "report/mine.txt") == "mine")
    #expect(try place.names() == ["report"])
  }

  @Test func leavesAReportWithAFileOfTheUsersUntouched() throws {
    let place = try TemporaryFolder()
    #expect(try Self.report(into: "report", in: place.path).status == 0)
    let before = try place.text(of: "report/summary.csv")
    try place.write("mine", to: "report/notes.txt")
    let outcome = try Self.report(into: "report", in: place.path)
    #expect(outcome.status == 73)
    #expect(outcome.errors.contains("(such as 'notes.txt')"))
    #expect(try place.text(of: "report/summary.csv") == before)
    #expect(try place.text(of: "report/notes.txt") == "mine")
  }

  @Test(arguments: [
    #"{"outputs":[{"name":"mine.txt"}]}"#,
    #"{"program":"another","outputs":[{"name":"mine.txt"}]}"#, "no JSON", "",
  ])
  func doesNotTrustAManifestOfAnother(manifest: String) throws {
    let place = try TemporaryFolder()
    try place.write(manifest, to: "report/manifest.json")
    try place.write("mine", to: "report/mine.txt")
    #expect(try Self.report(into: "report", in: place.path).status == 73)
    #expect(try place.text(of: "report/mine.txt") == "mine")
    #expect(try place.text(of: "report/manifest.json") == manifest)
  }

  @Test(arguments: [
    ("file", "error: this is a file; name a folder"),
    ("link", "error: this is a symbolic link; name the folder that it leads to"),
    ("broken", "error: this is a symbolic link; name the folder that it leads to"),
    (".", "error: not a folder of its own that could be replaced; name a new folder"),
    ("..", "error: not a folder of its own that could be replaced; name a new folder"),
    ("sub/..", "error: not a folder of its own that could be replaced; name a new folder"),
    ("/", "error: not a folder of its own that could be replaced; name a new folder"),
  ])
  func refusesWhatIsNoFolderOfItsOwn(output: String, message: String) throws {
    let place = try TemporaryFolder()
    try place.write("mine", to: "file")
    try place.write("mine", to: "target/mine.txt")
    let files = FileManager.default
    try files.createSymbolicLink(
      atPath: place.path + "/link", withDestinationPath: "target")
    try files.createSymbolicLink(
      atPath: place.path + "/broken", withDestinationPath: "nowhere")
    let outcome = try Self.report(into: output, in: place.path)
    #expect(outcome == .refusal(73, "\(output): \(message)"))
    #expect(try place.names() == ["broken", "file", "link", "target"])
    #expect(try place.text(of: "file") == "mine")
    #expect(try place.text(of: "target/mine.txt") == "mine")
  }

  @Test func refusesAFolderBelowAFile() throws {
    let place = try TemporaryFolder()
    try place.write("mine", to: "file")
    let outcome = try Self.report(into: "file/report", in: place.path)
    #expect(outcome.status == 73)
    #expect(
      outcome.errors == "replymeter: file: error: the folder cannot be made (Not a directory)\n")
  }

  @Test(.disabled(if: geteuid() == 0, "the superuser may write everywhere"))
  func refusesAFolderThatMayNotBeWritten() throws {
    let place = try TemporaryFolder()
    let parent = place.path + "/parent"
    try FileManager.default.createDirectory(
      atPath: parent, withIntermediateDirectories: false,
      attributes: [.posixPermissions: 0o555])
    let outcome = try Self.report(into: "parent/report", in: place.path)
    #expect(outcome.status == 73)
    #expect(
      outcome.errors
        == "replymeter: parent/report: error: cannot be written beside (Permission denied)\n")
  }

  @Test func failsOnTheOutputBeforeItReads() throws {
    let place = try TemporaryFolder()
    try place.write("mine", to: "report/mine.txt")
    try place.write("no history", to: "in.csv")
    let outcome = try RunningTool.run(
      ["report", "in.csv", "--output", "report"], in: place.path)
    #expect(outcome.status == 73)
  }
}

/// Two runs at once, and runs that are killed.
@Suite(.serialized) struct OutputFolderRaceTests {
  /// More than a pipe takes in before the tool reads from it.
  private static let history =
    "conversation_id,timestamp,direction\n"
    + (0..<4000).map { "c\($0),2026-11-05T09:00:00Z,inbound\n" }.joined()

  @Test func refusesAFolderThatAnotherRunHolds() throws {
    let place = try TemporaryFolder()
    let first = try RunningTool(
      ["report", "-", "--output", "report", "--quiet"], in: place.path)
    // The folder is taken before anything is read.
    first.feed(Self.history)
    let second = try RunningTool.run(
      ["report", Checkout.path("sample-data/minimal.csv"), "--output", "report"], in: place.path)
    let message = "report: error: another run is writing this folder; wait for it, or name another"
    #expect(second == .refusal(75, message))
    #expect(try first.finish() == RunningTool.Outcome(status: 0, output: "", errors: ""))
    #expect(try ReportFolder(path: place.path + "/report").names().contains("summary.csv"))
  }

  @Test func leavesThePreviousReportWhereARunIsKilled() throws {
    let place = try TemporaryFolder()
    let call = ["report", "--output", "report", "--format", "csv", "--quiet"]
    let input = Checkout.path("sample-data/minimal.csv")
    #expect(try RunningTool.run(call + [input], in: place.path).status == 0)
    let before = try place.text(of: "report/summary.csv")
    let killed = try RunningTool(call + ["-"], in: place.path)
    killed.feed(Self.history)
    killed.killAtOnce()
    #expect(try killed.finish().status == 128 + SIGKILL)
    #expect(try place.text(of: "report/summary.csv") == before)
    // What the killed run left behind is no obstacle, and is cleared away.
    #expect(try RunningTool.run(call + [input], in: place.path).status == 0)
    #expect(try place.names() == ["report"])
  }

  @Test func putsBackAReportThatWasAsideBetweenTwoRenames() throws {
    let place = try TemporaryFolder()
    let call = ["report", "--output", "report", "--format", "csv", "--quiet"]
    let input = Checkout.path("sample-data/minimal.csv")
    #expect(try RunningTool.run(call + [input], in: place.path).status == 0)
    try FileManager.default.moveItem(
      atPath: place.path + "/report", toPath: place.path + "/.report.replymeter-old")
    // This run fails after it has put the folder back.
    #expect(try RunningTool.run(call + ["nowhere.csv"], in: place.path).status == 66)
    #expect(try RunningTool.run(call + [input], in: place.path).status == 0)
    #expect(try place.names() == ["report"])
  }
}
