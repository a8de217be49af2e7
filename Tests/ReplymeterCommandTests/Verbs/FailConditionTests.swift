import ArgumentParser
import MessageHistory
import Reports
import ResponseMetrics
import TestSupport
import Testing

@testable import ReplymeterCommand

@Suite("--fail-on")
struct FailConditionTests {
  @Test(
    "conditions are read by their words",
    arguments: [
      ("rejects", .rejects), ("overdue", .overdue), ("badge-lost", .badgeLost),
      ("targets", .targets), ("no-data", .noData), ("stale", .stale),
      ("rejects=1%", .rejectsAbove(percent: Fraction(1))),
      ("rejects=0.5%", Fraction(1, over: 2).map { .rejectsAbove(percent: $0) }),
      ("rejects=100%", .rejectsAbove(percent: Fraction(100))),
      ("rejects=100.1%", nil), ("rejects=1", nil), ("rejects=", nil), ("rejects=%", nil),
      ("rejects=-1%", nil), ("overdue=1%", nil), ("Rejects", nil), ("", nil),
    ] as [(String, FailCondition?)])
  func words(text: String, condition: FailCondition?) {
    #expect(FailCondition(text) == condition)
  }

  @Test(
    "an unknown condition is refused with the nearest",
    arguments: [
      (
        "badge-los",
        "unknown condition in '--fail-on' (found 'badge-los', expected rejects, overdue, "
          + "badge-lost, targets, no-data, stale or rejects=1%); did you mean 'badge-lost'?"
      ),
      (
        "rejects=2",
        "impossible share in '--fail-on' (found 'rejects=2', expected 'rejects=' and a percentage "
          + "from 0 to 100, such as rejects=1%)"
      ),
    ])
  func flaws(word: String, message: String) throws {
    #expect(FailOptions.flaw(in: word) == message)
    let error = #expect(throws: (any Error).self) {
      try RootCommand.parseAsRoot(["report", "a.csv", "--output", "o", "--fail-on", word])
    }
    #expect(RootCommand.exitCode(for: try #require(error)).rawValue == 64)
  }

  /// Lines for conditions over a history, without their common beginning.
  private func lines(
    _ words: String..., rows: String = WrittenHistory.shop, configuration: String = "",
    now: String = "2026-11-05T18:00:00Z", period: String? = nil
  ) throws -> [String] {
    let folder = try TemporaryFolder()
    let plan = try WrittenHistory(rows: rows, configuration: configuration).plan(in: folder) {
      $0.period = period
    }
    let options = try FailOptions.parse(words.flatMap { ["--fail-on", $0] })
    let outcome = try ReportPipeline(plan: plan, version: "1", now: SystemClock.now()).run()
    let instant = try #require(
      Array(now.utf8).withUnsafeBytes {
        TimestampParser.parseInstantOrDate($0, clock: .utc)?.instant
      })
    return options.lines(
      FailCheck(findings: outcome.findings, plan: plan, now: instant)
    ).map { String($0.dropFirst("replymeter: --fail-on ".count)) }
  }

  static let rejected = "shop,messenger,c1,m9,someday,inbound,,\n"

  @Test("rejected rows fail, or only above a share of the rows read")
  func rejects() throws {
    #expect(try lines("rejects") == [])
    #expect(
      try lines("rejects", rows: WrittenHistory.shop + Self.rejected)
        == ["rejects: 1 of 9 rows were rejected (11.11 %); see rejected.csv"])
    // One row in ten is exactly 10 %, which is not more than 10 %.
    let ten =
      WrittenHistory.shop + Self.rejected + "shop,sms,c9,m1,2026-11-04T10:00:00Z,inbound,,\n"
    #expect(try lines("rejects=10%", rows: ten) == [])
    #expect(
      try lines("rejects=9.999%", rows: ten)
        == ["rejects=9.999%: 1 of 10 rows were rejected (10 %); see rejected.csv"])
    #expect(try lines("rejects", "rejects=0%", rows: "") == [])
  }

  @Test("a conversation that has waited longer than allowed fails, exactly as long does not")
  func overdue() throws {
    // c2 has waited 56 h at as-of, c6 no time.
    #expect(
      try lines("overdue")
        == ["overdue: 1 conversation has waited longer than 24 h, the longest 2 d 8 h"])
    #expect(try lines("overdue", configuration: "overdue_after: 56h\n") == [])
    #expect(try lines("overdue", configuration: "overdue_after: 55.9999h\n").count == 1)
  }

  @Test("a missed target fails and is named; an undefined one does not")
  func targets() throws {
    let configuration = """
      pages:
        - id: shop
          targets: { response_rate: 0.9, first_response_median: 5m, resolution_mean: 1s }

      """
    #expect(
      try lines("targets", configuration: configuration)
        == [
          "targets: 2 targets are missed: shop response_rate 0.5 (at least 0.9), "
            + "shop first_response_median 600 s (at most 300 s)"
        ])
    #expect(try lines("targets") == [])
  }

  @Test("a period without a message fails")
  func noData() throws {
    #expect(try lines("no-data") == [])
    #expect(
      try lines("no-data", period: "2026-10")
        == ["no-data: there is no message from 2026-10-01 to 2026-10-31"])
    #expect(try lines("no-data", rows: "") == ["no-data: there is no message, and so no period"])
    let note = "shop,messenger,c1,m1,2026-10-03T09:00:00Z,,,,note\n"
    #expect(
      try lines("no-data", rows: WrittenHistory.shop + note, period: "2026-10").count == 1)
  }

  @Test("old data fails by the clock of the run, exactly as old as allowed does not")
  func stale() throws {
    let within = "expect_data_within: 2d\n"
    #expect(try lines("stale", configuration: within, now: "2026-11-07T18:00:00Z") == [])
    #expect(
      try lines("stale", configuration: within, now: "2026-11-07T18:00:00.001Z")
        == ["stale: the newest message is 2 d old (expected within 2 d)"])
    #expect(
      try lines("stale", rows: "", configuration: within)
        == ["stale: there is no message at all"])
  }

  @Test("stale without expect_data_within is refused before anything is read")
  func staleWithoutLimit() throws {
    let options = try FailOptions.parse(["--fail-on", "stale"])
    let error = #expect(throws: RunError.self) { try options.check(against: Configuration()) }
    #expect(error?.status == .usage)
    #expect(
      error?.message
        == "error: '--fail-on stale' needs 'expect_data_within' in the configuration, such as "
        + "expect_data_within: 2d")
  }

  @Test("a badge that is earned at first and not at as-of fails")
  func badgeLost() throws {
    // Ten openers answered after a minute on the 1st; then openers of the 2nd that nobody answers.
    func openers(_ day: Int, _ count: Int, isAnswered: Bool) -> String {
      (0..<count).map { number in
        let (id, hour) = ("d\(day)-\(number)", 10 + number)
        return "shop,messenger,\(id),,2026-11-0\(day)T\(hour):00:00Z,inbound,,\n"
          + (isAnswered ? "shop,messenger,\(id),,2026-11-0\(day)T\(hour):01:00Z,outbound,a,\n" : "")
      }.joined()
    }
    let earned = openers(1, 10, isAnswered: true)
    // 10 of 11 is 90.9 %, 10 of 12 is 83.3 %.
    #expect(try lines("badge-lost", rows: earned + openers(2, 1, isAnswered: false)) == [])
    #expect(
      try lines("badge-lost", rows: earned + openers(2, 2, isAnswered: false))
        == ["badge-lost: the badge was lost by shop"])
    #expect(try lines("badge-lost", rows: openers(2, 2, isAnswered: false)) == [])
  }

  @Test("each condition that holds has one line, in the order given, however often it is given")
  func several() throws {
    let lines = try lines(
      "overdue", "no-data", "rejects", "overdue", rows: WrittenHistory.shop + Self.rejected)
    #expect(lines.map { $0.prefix { $0 != ":" } } == ["overdue", "rejects"])
  }

  @Test("reports are written all the same, and the exit status is 1")
  func exitStatus() throws {
    let folder = try TemporaryFolder()
    let history = try folder.write(WrittenHistory.header + WrittenHistory.shop, to: "history.csv")
    let configuration = try folder.write("", to: "replymeter.yml")
    func exitStatus(failingOn condition: String) throws -> Int32 {
      let command = try RootCommand.parseAsRoot([
        "report", history, "--config", configuration, "--output", folder.path + "/out",
        "--format", "csv", "--quiet", "--fail-on", condition,
      ])
      var copy = command
      do {
        try copy.run()
        return 0
      } catch {
        return RootCommand.exitCode(for: error).rawValue
      }
    }
    #expect(try exitStatus(failingOn: "rejects") == 0)
    #expect(try exitStatus(failingOn: "overdue") == 1)
    #expect(try folder.text(of: "out/summary.csv").hasPrefix("page,"))
    #expect(try exitStatus(failingOn: "stale") == 64)
  }
}
