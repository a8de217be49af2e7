import Foundation
import Glibc
import TestSupport
import Testing

/// What a run says and leaves where nobody looks on.
struct CronMannersTests {
  private static let input = Checkout.path("sample-data/minimal.csv")
  private static let call = ["report", input, "--output", "report", "--format", "json"]

  @Test func isSilentOnSuccess() throws {
    let place = try TemporaryFolder()
    let outcome = try RunningTool.run(Self.call + ["--quiet"], in: place.path)
    #expect(outcome == RunningTool.Outcome(status: 0, output: "", errors: ""))
    let told = try RunningTool.run(Self.call, in: place.path)
    #expect(
      told
        == RunningTool.Outcome(
          status: 0, output: "report/report.json\nreport/manifest.json\n", errors: ""))
  }

  /// As the packaged service runs it: at a low priority and without rights.
  ///
  /// Nor is there a word in the system log, into which the runtime would write of threads whose
  /// priority it may not raise; here it is told to write on standard error instead.
  @Test func theServiceIsSilentOnSuccess() throws {
    let place = try TemporaryFolder()
    try place.write("inputs:\n  - path: \(Self.input)\n", to: "replymeter.yml")
    let unit = try String(
      contentsOf: URL(filePath: Checkout.path("packaging/replymeter@.service")), encoding: .utf8)
    func value(of key: String) throws -> Substring {
      try #require(unit.split(separator: "\n").first { $0.hasPrefix(key + "=") })
        .dropFirst(key.count + 1)
    }
    let call = try value(of: "ExecStart").replacing("/usr/bin/", with: "")
      .replacing("/etc/replymeter/%i.yml", with: "replymeter.yml")
      .replacing("%S/replymeter/%i/", with: "")
    let nice = try #require(Int(try value(of: "Nice")))
    let script =
      "[ $(id -u) != 0 ] || without='setpriv --bounding-set=-sys_nice'; "
      + "$without nice -n \(nice) \(call) --threads 4"
    let outcome = try RunningTool.run(
      ["-c", script], program: "/bin/sh", in: place.path,
      environment: ["LIBDISPATCH_LOG": "stderr"])
    #expect(outcome == RunningTool.Outcome(status: 0, output: "", errors: ""))
    #expect(try ReportFolder(path: place.path + "/report").names().contains("report.html"))
  }

  @Test(
    arguments: [
      (["report", "nowhere.csv", "--output", "r"], 66),
      (["report", "empty.csv", "--output", "r"], 65),
      (["report", input, "--output", "mine"], 73),
      (["report", input, "--output", "r", "--config", "nowhere.yml"], 78),
      (["report", input, "--output", "r", "--config", "wrong.yml"], 78),
    ] as [([String], Int32)])
  func saysOneLineOnFailure(call: [String], status: Int32) throws {
    let place = try TemporaryFolder()
    try place.write("", to: "empty.csv")
    try place.write("mine", to: "mine/mine.txt")
    try place.write("zone: Europe/Paris\n", to: "wrong.yml")
    let outcome = try RunningTool.run(call + ["--quiet"], in: place.path)
    #expect(outcome.status == status)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("replymeter: ") && outcome.errors.contains("error: "))
    #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
  }

  // MARK: Signals

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func aSignalCleansUpAndEndsTheRunByItself(signal: Int32) throws {
    let place = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: place.path + "/out", withIntermediateDirectories: false)
    let run = try RunningTool(
      ["report", "-", "--output", "out/new/report", "--quiet"], in: place.path)
    // The output is taken before standard input is read.
    run.feed("conversation_id,timestamp,direction\n" + String(repeating: "a,b,c\n", count: 30_000))
    #expect(try ReportFolder(path: place.path + "/out/new").names().count == 2)
    run.send(signal)
    #expect(
      try run.finish() == RunningTool.Outcome(status: 128 + signal, output: "", errors: ""))
    #expect(try ReportFolder(path: place.path + "/out").names() == [])
  }

  @Test func aSignalThatWasIgnoredStaysIgnored() throws {
    let place = try TemporaryFolder()
    let run = try RunningTool(
      ["-c", "trap '' HUP; exec replymeter report - --output report --quiet"], program: "/bin/sh",
      in: place.path)
    run.feed("conversation_id,timestamp,direction\n")
    run.feed(String(repeating: "a,2026-11-05T09:00:00Z,inbound\n", count: 10_000))
    run.send(SIGHUP)
    #expect(try run.finish().status == 0)
  }

  @Test func aReaderThatGoesAwayIsNoFailure() throws {
    let place = try TemporaryFolder()
    let line =
      "replymeter \(Self.call.dropLast(2).joined(separator: " ")) | true; "
      + "printf '%s' ${PIPESTATUS[0]}"
    let outcome = try RunningTool.run(["-c", line], program: "/bin/bash", in: place.path)
    #expect(outcome == RunningTool.Outcome(status: 0, output: "0", errors: ""))
    #expect(FileManager.default.fileExists(atPath: place.path + "/report/manifest.json"))
  }

  @Test func standardOutputThatIsFullIsAFailure() throws {
    let place = try TemporaryFolder()
    let outcome = try RunningTool.run(
      ["-c", "replymeter report \(Self.input) --format text > /dev/full"], program: "/bin/sh",
      in: place.path)
    #expect(
      outcome
        == .refusal(
          73, "error: standard output cannot be written (No space left on device)"))
  }

  @Test func aFileThatMayNotGrowIsAFailureAndNoCrash() throws {
    let place = try TemporaryFolder()
    // Units of 512 bytes, or of 1,024.
    let outcome = try RunningTool.run(
      ["-c", "ulimit -f 2; exec replymeter \(Self.call.joined(separator: " "))"],
      program: "/bin/sh", in: place.path)
    let message =
      "report/report.json: error: cannot be written (File too large); nothing was replaced"
    #expect(outcome == .refusal(73, message))
    #expect(try place.names() == [])
  }

  // MARK: Modes

  @Test func filesAreAsTheUmaskSaysAndRejectedRowsTheirOwnersAlone() throws {
    let place = try TemporaryFolder()
    for (umask, folder, file) in [("022", 0o755, 0o644), ("077", 0o700, 0o600)] {
      let call = "umask \(umask); replymeter report \(Self.input) --output \(umask)/r --quiet"
      #expect(try RunningTool.run(["-c", call], program: "/bin/sh", in: place.path).status == 0)
      let path = place.path + "/\(umask)/r"
      #expect(Self.mode(of: path) == folder)
      for name in try ReportFolder(path: path).names() {
        #expect(Self.mode(of: "\(path)/\(name)") == (name == "rejected.csv" ? 0o600 : file))
      }
    }
  }

  @Test func theFolderKeepsItsMode() throws {
    let place = try TemporaryFolder()
    for mode in [0o750, 0o700, 0o555] {
      #expect(try RunningTool.run(Self.call + ["--quiet"], in: place.path).status == 0)
      chmod(place.path + "/report", mode_t(mode))
      let again = try RunningTool.run(Self.call + ["--quiet"], in: place.path)
      #expect(again == RunningTool.Outcome(status: 0, output: "", errors: ""))
      #expect(Self.mode(of: place.path + "/report") == mode)
    }
    chmod(place.path + "/report", 0o755)
    #expect(try place.names() == ["report"])
  }

  private static func mode(of path: String) -> Int? {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.posixPermissions] as? Int
  }

  // MARK: Words

  @Test func saysOnStandardErrorWhereTheNewestMessageIsTooOld() throws {
    let place = try TemporaryFolder()
    try place.write(
      "conversation_id,timestamp,direction\na,2020-01-01T00:00:00Z,inbound\n", to: "in.csv")
    try place.write("expect_data_within: 2d\n", to: "replymeter.yml")
    let call = ["report", "in.csv", "--output", "report", "--format", "json"]
    let outcome = try RunningTool.run(call, in: place.path)
    #expect(outcome.status == 0)
    #expect(outcome.errors.hasPrefix("warning: the newest message is 2"))
    #expect(outcome.errors.hasSuffix(" old (expected within 2 d)\n"))
    #expect(try RunningTool.run(call + ["--quiet"], in: place.path).errors == "")
    // Told once, by the condition.
    let failing = try RunningTool.run(call + ["--fail-on", "stale"], in: place.path)
    #expect(failing.status == 1)
    #expect(failing.errors.hasPrefix("replymeter: --fail-on stale: the newest message is 2"))
    #expect(failing.errors.split(separator: "\n").count == 1)
  }

  @Test func theReportSaysWhereItsDataEndLongBeforeAsOf() throws {
    let place = try TemporaryFolder()
    try place.write(
      "conversation_id,timestamp,direction\na,2026-11-10T06:00:00Z,inbound\n", to: "in.csv")
    try place.write("expect_data_within: 2d\n", to: "replymeter.yml")
    for (asOf, isStale) in [("2026-11-16T07:00", true), ("2026-11-12T06:00", false)] {
      let outcome = try RunningTool.run(
        ["report", "in.csv", "--output", "report", "--as-of", asOf, "--quiet"], in: place.path)
      #expect(outcome.status == 0)
      for name in ["report.html", "email.html", "email.txt"] {
        let text = try ReportFolder(path: place.path + "/report").text(of: name)
          .replacing("\n", with: " ").replacing("&nbsp;", with: " ")
          .replacing("\u{A0}", with: " ")
        let note =
          "Data may be missing: the newest message is 6 d 1 h old (expected within 2 d)."
        #expect(text.contains(note) == isStale, "\(name) \(asOf)")
      }
    }
  }

  @Test func verboseTellsWhatWasReadAndChosen() throws {
    let place = try TemporaryFolder()
    let outcome = try RunningTool.run(
      Self.call
        + ["--verbose", "--threads", "2", "--memory", "1G", "--period", "2026-W45"], in: place.path)
    #expect(outcome.status == 0)
    let lines = outcome.errors.split(separator: "\n").map(String.init)
    let expected: [String] = [
      "\(Self.input): 946 B, 12 rows, 0 rejected, separator ','; columns "
        + "conversation_id, timestamp, direction, employee_name, text",
      "as of 2026-11-06T18:12:09+00:00; zone UTC; period 2026-W45: 2026-11-02 to 2026-11-08",
      "configuration none; policy facebook-2020; 2 threads; 1.1 GB of memory for messages",
    ]
    #expect(lines.prefix(3) == expected.map { "replymeter: \($0)" }[...])
    #expect(lines.count == 4)
    let phases = lines.last ?? ""
    for phase in ["opening", "reading", "computing", "writing"] {
      #expect(phases.contains(try Regex(phase + #" [0-9]+\.[0-9]{2} s"#)), "\(phases)")
    }
    // Sanitizers and a busy machine take more of both.
    #expect(phases.contains(/; [0-9]+\.[0-9] [MG]B of memory at most$/), "\(phases)")
  }

  /// Of an input as it was given, however it is packed or written and whether it comes from a file,
  /// a pipe or standard input.
  @Test(arguments: [
    "cat plain.csv", "gzip -c plain.csv", "zstd -qc plain.csv", "iconv -t utf-16 plain.csv",
    "iconv -t utf-16 plain.csv | gzip -c",
  ])
  func checksumsAreThoseOfTheInputs(form: String) throws {
    let place = try TemporaryFolder()
    try place.write(
      "conversation_id,timestamp,direction\n1,2026-11-05T09:02:11Z,inbound\n", to: "plain.csv")
    func shell(_ script: String) throws -> String {
      let outcome = try RunningTool.run(["-ec", script], program: "/bin/sh", in: place.path)
      #expect(outcome.status == 0, "\(outcome.errors)")
      return outcome.output
    }
    let expected = try shell("\(form) > in.csv; sha256sum in.csv").prefix(64)
    let options = "--output report --format json --quiet"
    for source in ["in.csv", "- < in.csv", "pipe.csv & cat in.csv > pipe.csv; wait $!"] {
      let call = "replymeter report \(options) --checksums \(source)"
      _ = try shell("rm -f pipe.csv; mkfifo pipe.csv; \(call)")
      #expect(try manifestInput(in: place)["sha256"] as? String == String(expected), "\(call)")
    }
    _ = try shell("replymeter report in.csv \(options)")
    let without = try manifestInput(in: place)
    #expect(without["sha256"] == nil && without["xxh3_128"] != nil)
  }

  private func manifestInput(in place: borrowing TemporaryFolder) throws -> [String: Any] {
    let manifest = try ReportFolder(path: place.path + "/report").json("manifest.json")
    return (manifest["inputs"] as? [[String: Any]])?.first ?? [:]
  }
}
