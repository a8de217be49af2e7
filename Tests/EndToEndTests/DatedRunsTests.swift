import Foundation
import Glibc
import TestSupport
import Testing

/// `--keep`: reports of several runs beside each other.
struct DatedRunsTests {
  private static let input = Checkout.path("sample-data/minimal.csv")

  @discardableResult
  private static func report(keeping count: Int, in place: String) throws -> RunningTool.Outcome {
    try RunningTool.run(
      ["report", input, "--output", "runs", "--keep", String(count), "--format", "json"],
      in: place)
  }

  private static func runs(in place: borrowing TemporaryFolder) throws -> [String] {
    try ReportFolder(path: place.path + "/runs").names().filter { $0 != "latest" }
  }

  private static func latest(in place: borrowing TemporaryFolder) throws -> String {
    try FileManager.default.destinationOfSymbolicLink(atPath: place.path + "/runs/latest")
  }

  @Test func namesARunByItsClockAndLinksToIt() throws {
    let place = try TemporaryFolder()
    let before = Date.now.addingTimeInterval(-1)
    let outcome = try Self.report(keeping: 3, in: place.path)
    let name = try #require(try Self.runs(in: place).first)
    #expect(
      outcome
        == RunningTool.Outcome(
          status: 0, output: "runs/\(name)/report.json\nruns/\(name)/manifest.json\n", errors: ""))
    let format = DateFormatter()
    format.timeZone = .gmt
    format.locale = Locale(identifier: "en_US_POSIX")
    format.dateFormat = "yyyy-MM-dd'T'HHmmss'Z'"
    let date = try #require(format.date(from: name))
    #expect((before...Date.now).contains(date))
    #expect(try Self.latest(in: place) == name)
    #expect(try ReportFolder(path: place.path + "/runs/latest").names().count == 2)
  }

  @Test func keepsTheNewestRunsAndWhatIsNoReport() throws {
    let place = try TemporaryFolder()
    try Self.report(keeping: 9, in: place.path)
    let first = try #require(try Self.runs(in: place).first)
    let folder = place.path + "/runs/"
    let ours = ["2024-01-08T060000Z", "2024-01-15T060000Z", "2024-01-15T060000Z-2"]
    for name in ours + ["2023-01-02T060000Z", "2023-01-09T060000Z-02", "monday"] {
      try FileManager.default.copyItem(atPath: folder + first, toPath: folder + name)
    }
    // A file of somebody's own in an old run, a folder and a file of theirs.
    try place.write("mine", to: "runs/2023-01-02T060000Z/notes.txt")
    try place.write("mine", to: "runs/2020-01-01T000000Z/mine.txt")
    try place.write("mine", to: "runs/notes.txt")
    #expect(try Self.report(keeping: 3, in: place.path).status == 0)
    let names = try Self.runs(in: place)
    let newest = try Self.latest(in: place)
    #expect(
      Set(names) == [
        newest, first, "2024-01-15T060000Z-2", "2023-01-02T060000Z", "2020-01-01T000000Z",
        "2023-01-09T060000Z-02", "monday", "notes.txt",
      ])
  }

  @Test func runsOfOneSecondStandBesideEachOther() throws {
    let place = try TemporaryFolder()
    for _ in 0..<6 { try Self.report(keeping: 9, in: place.path) }
    let names = try Self.runs(in: place)
    #expect(names.count == 6)
    for name in names {
      let folder = ReportFolder(path: place.path + "/runs/" + name)
      #expect(try folder.names() == ["manifest.json", "report.json"])
    }
  }

  @Test func nothingInTheFilesDependsOnTheClock() throws {
    let place = try TemporaryFolder()
    for _ in 0..<2 { try Self.report(keeping: 9, in: place.path) }
    let names = try Self.runs(in: place)
    let folders = names.map { ReportFolder(path: place.path + "/runs/" + $0) }
    #expect(folders.count == 2)
    #expect(try folders[0].namesOfDifferences(from: folders[1]) == [])
  }

  @Test func refusesAFolderThatIsAReport() throws {
    let place = try TemporaryFolder()
    let arguments = ["report", Self.input, "--output", "runs", "--format", "json", "--quiet"]
    #expect(try RunningTool.run(arguments, in: place.path).status == 0)
    let message = "runs: error: this folder is a report itself; name another to keep several"
    #expect(try Self.report(keeping: 2, in: place.path) == .refusal(73, message))
    #expect(try Self.runs(in: place) == ["manifest.json", "report.json"])
  }

  @Test func refusesALinkOfSomebodysOwn() throws {
    let place = try TemporaryFolder()
    try place.write("mine", to: "elsewhere/mine.txt")
    try place.write("mine", to: "runs/mine.txt")
    try FileManager.default.createSymbolicLink(
      atPath: place.path + "/runs/latest", withDestinationPath: "../elsewhere")
    let message =
      "runs/latest: error: this is no link of replymeter; move it away, or name another folder"
    #expect(try Self.report(keeping: 2, in: place.path) == .refusal(73, message))
    #expect(try Self.latest(in: place) == "../elsewhere")
  }

  @Test(arguments: [
    (["--keep", "0", "--output", "o"], "'--keep' is from 1 to 10000 (found 0)"),
    (["--keep", "10001", "--output", "o"], "'--keep' is from 1 to 10000 (found 10001)"),
    (["--keep", "2", "--format", "text"], "'--keep' needs '--output', the folder of the runs"),
    (
      ["--quiet", "--verbose", "--output", "o"],
      "'--quiet' and '--verbose' cannot be given together"
    ),
  ])
  func refusesImpossibleOptions(options: [String], message: String) throws {
    let place = try TemporaryFolder()
    let outcome = try RunningTool.run(["report", Self.input] + options, in: place.path)
    #expect(outcome.status == 64)
    #expect(outcome.errors.split(separator: "\n").first == "Error: \(message)")
  }
}
