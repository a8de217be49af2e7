import Foundation
import Glibc
import TestSupport
import Testing

/// Runs that are killed, or fail, at the calls that change something on disk.
///
/// The ordinary suite takes a part of the calls; `script/fault-test` all.
@Suite(.serialized) struct FaultTests {
  /// Calls from one that is tried to the next.
  private static let stride =
    ProcessInfo.processInfo.environment["REPLYMETER_LONG_TESTS"] == "1" ? 1 : 8

  /// Numbers of calls from 1: those of the step in which the folders change places, and their
  /// neighbours, always.
  private static func points(of calls: [String]) -> [Int] {
    let always: Set = ["renameat2", "rename", "mkdir", "flock", "symlink", "rmdir"]
    let chosen = (1...calls.count).filter { number in
      number % stride == 0
        || calls[max(0, number - 2)...min(calls.count - 1, number)].contains { always.contains($0) }
    }
    print("\(chosen.count) of \(calls.count) calls are tried")
    return chosen
  }

  // MARK: Kills

  /// A write is torn where the run is killed before it ends, and whole where it is killed behind.
  private static let kills: [FaultyRuns.Fault] =
    stride == 1 ? [.killBefore, .killAfter] : [.killBefore]

  @Test func aRunThatIsKilledLeavesAWholeReport() throws {
    let runs = try FaultyRuns(["--format", "csv,html,json,email"])
    #expect(try runs.run(history: 0).status == 0)
    let calls = try runs.calls(history: 0)
    #expect(calls.count > 90)
    var isNew: Set<Bool> = []
    for (number, fault) in Self.points(of: calls).flatMap({ number in
      Self.kills.map { (number, $0) }
    }) {
      // What one run leaves is what the next one finds.
      let outcome = try runs.run(history: number % 2, fault, at: number)
      #expect(outcome.status == 128 + SIGKILL, "\(number) \(calls[number - 1])")
      let found = runs.history(ofReport: runs.output)
      #expect(found != nil, "\(number) \(calls[number - 1])")
      if let found { isNew.insert(found == number % 2) }
      if number % 2 == 0 { #expect(try runs.run(history: 0).status == 0) }
    }
    // Some runs died before the step, some behind it.
    #expect(isNew == [true, false])
    #expect(try runs.run(history: 0).status == 0)
    #expect(try runs.namesBesideReport() == ["report"])
  }

  @Test func aFirstRunThatIsKilledLeavesNothingOrAll() throws {
    let runs = try FaultyRuns(["--format", "json"])
    let calls = try runs.calls(history: 0)
    for number in 1...calls.count {
      try FileManager.default.removeItem(atPath: runs.output)
      #expect(try runs.run(history: 0, .killBefore, at: number).status == 128 + SIGKILL)
      #expect(
        !FileManager.default.fileExists(atPath: runs.output)
          || runs.history(ofReport: runs.output) == 0, "\(number) \(calls[number - 1])")
      #expect(try runs.run(history: 1).status == 0)
      #expect(try runs.namesBesideReport() == ["report"], "\(number) \(calls[number - 1])")
    }
  }

  @Test func aRunThatIsKilledBetweenTwoRenamesIsPutRightByTheNext() throws {
    let runs = try FaultyRuns(["--format", "json"], environment: ["FAULT_NO_EXCHANGE": "1"])
    #expect(try runs.run(history: 0).status == 0)
    let calls = try runs.calls(history: 0)
    #expect(calls.filter { $0 == "rename" }.count == 2)
    for number in 1...calls.count {
      #expect(try runs.run(history: 0).status == 0)
      #expect(try runs.run(history: 1, .killBefore, at: number).status == 128 + SIGKILL)
      // A run that fails on its input has taken the folder, and so put it right, before.
      #expect(try runs.runOverNoHistory().status == 65)
      #expect(runs.history(ofReport: runs.output) != nil, "\(number) \(calls[number - 1])")
      #expect(try runs.namesBesideReport() == ["report"], "\(number) \(calls[number - 1])")
    }
  }

  @Test func aKilledRunOfSeveralLeavesEachOfThemWhole() throws {
    let runs = try FaultyRuns(["--format", "json", "--keep", "2"])
    for _ in 0..<2 { #expect(try runs.run(history: 0).status == 0) }
    let calls = try runs.calls(history: 0)
    for number in 1...calls.count {
      #expect(try runs.run(history: 1, .killBefore, at: number).status == 128 + SIGKILL)
      let latest = runs.output + "/latest"
      #expect(runs.history(ofReport: latest) != nil, "\(number) \(calls[number - 1])")
      for name in try ReportFolder(path: runs.output).names() where !name.hasPrefix(".") {
        #expect(runs.history(ofReport: runs.output + "/" + name) != nil, "\(number) \(name)")
      }
      if number % 4 == 0 || number == calls.count {
        #expect(try runs.run(history: 0).status == 0)
        let names = try ReportFolder(path: runs.output).names()
        #expect(names.count == 3 && names.last == "latest", "\(number) \(names)")
      }
    }
  }

  // MARK: Errors

  @Test(
    "a call that fails leaves the previous report",
    arguments: [
      (ENOSPC, "No space left on device", "csv"), (EIO, "Input/output error", "json"),
      (EROFS, "Read-only file system", "json"), (EDQUOT, "Disk quota exceeded", "json"),
    ])
  func failures(code: Int32, words: String, format: String) throws {
    let runs = try FaultyRuns(["--format", format])
    #expect(try runs.run(history: 0).status == 0)
    let calls = try runs.calls(history: 0)
    let step = try #require(calls.firstIndex(of: "renameat2"))
    for number in Self.points(of: Array(calls[...(step + 1)])) {
      let outcome = try runs.run(history: 1, .code(code), at: number)
      let call = calls[number - 1]
      guard call != "unlink" else { continue }
      #expect(outcome.status == 73, "\(number) \(call)")
      #expect(outcome.output == "")
      let lines = outcome.errors.split(separator: "\n")
      #expect(lines.count == 1 && outcome.errors.contains("(\(words))"), "\(outcome.errors)")
      #expect(outcome.errors.hasPrefix("replymeter: \(runs.output.dropLast(7))"))
      #expect(runs.history(ofReport: runs.output) == 0, "\(number) \(call)")
      // A lock file that could not be locked may be another run's, and stays.
      let others = call == "flock" ? [".report.replymeter-lock"] : []
      #expect(try runs.namesBesideReport() == others + ["report"], "\(number) \(call)")
    }
  }

  @Test func aFullDiskIsToldInOneLine() throws {
    let runs = try FaultyRuns(["--format", "csv"])
    #expect(try runs.run(history: 0).status == 0)
    let outcome = try runs.run(
      history: 1, .code(ENOSPC), at: 3, named: "write", staysFaulty: true)
    let message =
      "\(runs.output)/summary.csv: error: cannot be written (No space left on device); nothing "
      + "was replaced"
    #expect(outcome == .refusal(73, message))
    #expect(runs.history(ofReport: runs.output) == 0)
  }

  @Test func anOldReportThatCannotBeRemovedIsToldAndLeftToTheNextRun() throws {
    let runs = try FaultyRuns(["--format", "json"])
    #expect(try runs.run(history: 0).status == 0)
    let outcome = try runs.run(history: 1, .code(EIO), at: 1, named: "rmdir", staysFaulty: true)
    #expect(outcome.status == 0)
    #expect(
      outcome.errors
        == "replymeter: \(runs.output.dropLast(6)).report.replymeter-new: warning: the "
        + "report before cannot be removed (Input/output error); the next run tries again\n")
    #expect(runs.history(ofReport: runs.output) == 1)
    #expect(try runs.run(history: 0).status == 0)
    #expect(try runs.namesBesideReport() == ["report"])
  }

  @Test func aFileSystemWithoutLocksIsRefused() throws {
    let runs = try FaultyRuns(["--format", "json"])
    let outcome = try runs.run(history: 0, .code(ENOLCK), at: 1, named: "flock")
    let message =
      "\(runs.output): error: cannot be locked (No locks available); name a folder on a file system "
      + "with locks"
    #expect(outcome == .refusal(73, message))
  }
}
