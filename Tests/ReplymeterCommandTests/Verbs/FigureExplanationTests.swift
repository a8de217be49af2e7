import ArgumentParser
import MessageHistory
import Reports
import ResponseMetrics
import TestSupport
import Testing

@testable import ReplymeterCommand

@Suite("explain --figure")
struct FigureExplanationTests {
  private func lines(
    _ name: String, rows: String = WrittenHistory.shop, configuration: String = "",
    _ change: (inout ReportSettings) -> Void = { _ in }
  ) throws -> [String] {
    let folder = try TemporaryFolder()
    let plan = try WrittenHistory(rows: rows, configuration: configuration).plan(in: folder, change)
    return try FigureExplanation(plan: plan).lines(of: try #require(ExplainedFigure(name)))
  }

  @Test("every column of the summary from openers on is a figure, in the same order")
  func columns() {
    #expect(ExplainedFigure.all.map(\.column) == Array(ReportFile.summary.columns.dropFirst(4)))
  }

  @Test("a figure is found with and without its unit, and both are unique")
  func names() {
    #expect(ExplainedFigure("reply_p90") == .time(.reply, .p90))
    #expect(ExplainedFigure("reply_p90_seconds") == .time(.reply, .p90))
    #expect(ExplainedFigure("waiting_aware_median") == .waitingAwareMedian)
    #expect(ExplainedFigure("page") == nil)
    #expect(ExplainedFigure("") == nil)
    let names = Set(ExplainedFigure.all.flatMap { [$0.column, $0.shortName] })
    let timed = ExplainedFigure.all.count { $0.column != $0.shortName }
    #expect(names.count == ExplainedFigure.all.count + timed)
  }

  @Test("every figure has a definition of whole sentences of its own")
  func definitions() {
    let definitions = ExplainedFigure.all.map(\.definition)
    #expect(Set(definitions).count == definitions.count)
    #expect(definitions.allSatisfy { $0.hasSuffix(".") && $0.count > 20 })
  }

  @Test("a rate is explained by its openers, the newest missed ones and what may be answered")
  func responseRate() throws {
    #expect(
      try lines("response_rate") == [
        "response_rate: 0.500000 (50 %)",
        "all pages, all channels, 2026-11-03 to 2026-11-05 (UTC), as of 2026-11-05T18:00:00+00:00",
        "",
        "answered / openers. Awaiting openers count as not answered.",
        "",
        "n         4 openers: answered 2, awaiting 1, missed 1",
        "left out  excluded_spam 1, excluded_done 1, excluded_away 0",
        "",
        "The 1 missed openers (at, conversation, message), newest first",
        "  2026-11-03T10:00:00+00:00  shop messenger  conversation c2  message m3",
        "",
        "What would change it",
        "  1 awaiting opener may still be answered: one more makes it 0.750000 (75 %)",
        "  1 missed opener may still be answered late: with all answers it is 1.000000 (100 %)",
        "  least 0.500000 (50 %), greatest 1.000000 (100 %)",
      ])
  }

  @Test("a quantile is explained by the times around it and how far it can move")
  func median() throws {
    #expect(
      Array(try lines("first_response_median").dropFirst(3)) == [
        "The value that half of the first response times do not exceed, by linear interpolation between the",
        "two neighbours at (n − 1) · p. A first response time runs from an opener to the first human message",
        "of its exchange; excluded and unanswered openers have none.",
        "",
        "n         2 answered openers",
        "left out  awaiting 1, missed 1, excluded_spam 1, excluded_done 1, excluded_away 0",
        "",
        "Around the value (time, from, conversation, message, by)",
        "  300 s (5 min)  2026-11-03T09:00:00+00:00  shop messenger  conversation c1  message m1  by anna",
        "  --- 600 s (10 min) ---",
        "  900 s (15 min)  2026-11-04T10:00:00+00:00  shop messenger  conversation c3  message m4  by ben",
        "",
        "What would change it",
        "  2 openers may still be answered",
        "  if all were answered at as-of: 600 s (10 min)",
        "  least 300 s (5 min), greatest without bound",
      ])
  }

  @Test(
    "the last line says how far a figure can move",
    arguments: [
      ("settled_response_rate", "  least 0.500000 (50 %), greatest 1.000000 (100 %)"),
      ("within_15m", "  least 0.500000 (50 %), greatest 0.750000 (75 %)"),
      ("within_1m", "  least 0.000000 (0 %), greatest 0.250000 (25 %)"),
      ("answered", "  least 2, greatest 4"),
      ("missed", "  least 0, greatest 2"),
      ("awaiting", "  least 0, greatest 1"),
      // With c6 at 0 s, then c1 at 300 s: half are answered within 300 s. With both at risk for
      // good, after 900 s 2 of 4 are answered.
      ("waiting_aware_median", "  least 300 s (5 min), greatest 900 s (15 min)"),
      ("first_response_count", "  least 2, greatest 4"),
      ("reply_max", "  least 900 s (15 min), greatest without bound"),
      (
        "resolution_mean",
        "  nothing that runs at as-of bears on it: only further rows, statuses or settings"
      ),
      (
        "inbound",
        "  nothing that runs at as-of bears on it: only further rows, statuses or settings"
      ),
    ])
  func outlook(name: String, last: String) throws {
    #expect(try lines(name).last == last)
  }

  @Test("an exchange that the next opener has ended is not said to be answerable")
  func endedExchange() throws {
    let rows = """
      shop,messenger,c1,m1,2026-11-03T09:00:00Z,inbound
      shop,messenger,c1,m2,2026-11-03T12:00:00Z,inbound

      """
    let lines = try lines("response_rate", rows: rows, configuration: "silence: 1h\n")
    #expect(
      lines.suffix(2) == [
        "  1 awaiting opener may still be answered: one more makes it 0.500000 (50 %)",
        "  least 0.000000 (0 %), greatest 0.500000 (50 %)",
      ])
  }

  @Test("five times stand on each side, the others are counted")
  func neighbours() throws {
    let rows = (0..<30).map { number in
      let minute = number < 10 ? "0\(number)" : "\(number)"
      return "shop,messenger,c\(number),m\(number),2026-11-03T09:00:00Z,inbound\n"
        + "shop,messenger,c\(number),,2026-11-03T09:\(minute):30Z,outbound\n"
    }.joined()
    let lines = try lines("first_response_p90", rows: rows)
    // (30 − 1) · 0.9 = 26.1: the value lies between the 27th and the 28th.
    let around = lines.drop { !$0.hasPrefix("Around") }
    let shown = around.map { $0.split(separator: "  ").first.map(String.init) ?? "" }
    #expect(
      shown.prefix(11) == [
        "Around the value (time, from, conversation, message, by)", "… 22 shorter",
        "1350 s (23 min)", "1410 s (24 min)", "1470 s (25 min)", "1530 s (26 min)",
        "1590 s (27 min)", "--- 1596 s (27 min) ---", "1650 s (28 min)", "1710 s (29 min)",
        "1770 s (30 min)",
      ])
    #expect(around.contains { $0.hasSuffix("message m26  by nobody known") })
  }

  @Test("page and channel are those chosen, and an unknown one is refused with the nearest")
  func chosen() throws {
    let rows = WrittenHistory.shop + "annex,sms,c1,m1,2026-11-04T09:00:00Z,inbound\n"
    let lines = try lines("openers", rows: rows) {
      $0.pages = ["annex"]
      $0.channels = ["SMS"]
    }
    #expect(
      lines.prefix(2) == [
        "openers: 1",
        "page annex, channel sms, 2026-11-03 to 2026-11-05 (UTC), as of 2026-11-05T18:00:00+00:00",
      ])
    let page = #expect(throws: RunError.self) {
      try self.lines("openers", rows: rows) { $0.pages = ["anex"] }
    }
    #expect(page?.status == .usage)
    let channel = #expect(throws: RunError.self) {
      try self.lines("openers", rows: rows) { $0.channels = ["smss"] }
    }
    #expect(channel?.status == .usage)
    #expect(
      channel?.message
        == "error: unknown channel in '--channel' (the data has none of this name); did you mean "
        + "'sms'?")
  }

  @Test("without any data every figure is explained all the same", arguments: ExplainedFigure.all)
  func noData(figure: ExplainedFigure) throws {
    let lines = try lines(figure.column, rows: "")
    #expect(lines[1] == "all pages, all channels, no period (UTC), without an as-of")
    #expect(["0", "not defined"].contains(lines[0].dropFirst(figure.column.count + 2)))
  }

  @Test("a figure or a conversation is named, not both and not neither")
  func options() {
    let cases: [(arguments: [String], status: Int32)] = [
      (["explain", "a.csv"], 64), (["explain", "--figure", "openers", "--conversation", "c"], 64),
      (["explain", "--figure", "opners"], 64),
    ]
    for (arguments, status) in cases {
      let error = #expect(throws: (any Error).self) { try RootCommand.parseAsRoot(arguments) }
      #expect(error.map { RootCommand.exitCode(for: $0).rawValue } == status)
    }
    let error = #expect(throws: (any Error).self) {
      try RootCommand.parseAsRoot(["explain", "--figure", "reply_p09"])
    }
    #expect(
      error.map { RootCommand.message(for: $0) }
        == "unknown figure in '--figure' (found 'reply_p09', expected a column of summary.csv); did "
        + "you mean 'reply_p90'?")
  }

  /// A random history of a few conversations on two pages, one of them with office hours.
  private func randomRows(_ random: inout SeededGenerator) -> String {
    (0..<60).map { _ in
      let page = random.chance(percent: 50) ? "shop" : "annex"
      let minute = random.number(in: 0..<6 * 1_440)
      let time =
        "2026-11-0\(1 + minute / 1_440)T"
        + [minute / 60 % 24, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        .joined(separator: ":")
      let id = "c\(random.number(in: 0..<8))"
      let kind = random.number(in: 0..<10)
      let rest =
        switch kind {
        case 0..<5: "inbound,,"
        case 5..<8: "outbound,e\(random.number(in: 0..<3)),"
        case 8: ",,,closed"
        default: "inbound,,\(random.element(of: ["spam", "done", "open"]) ?? "")"
        }
      return "\(page),messenger,\(id),,\(time):00Z,\(rest)\n"
    }.joined()
  }

  @Test(
    "what is collected one by one counts what the summary counts",
    arguments: 1...12 as ClosedRange<UInt64>)
  func collected(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let folder = try TemporaryFolder()
    let plan = try WrittenHistory(
      rows: randomRows(&random),
      configuration: """
        silence: 6h
        pages:
          - id: shop
            office_hours: { mon-sun: "08:00-12:00" }

        """
    ).plan(in: folder) { $0.period = "2026-11-02..2026-11-05" }
    let history = try readHistory(plan)
    let findings = try FindingsBuilder(plan: plan, history: history, keepsRecords: true).findings()
    for figure in TimedFigure.allCases {
      let total = findings.summary.total
      let expected =
        switch figure {
        case .firstResponse: total.openers.firstResponse
        case .firstResponseOffice: total.firstResponseOffice
        case .reply: total.reply
        case .replyOffice: total.replyOffice
        case .resolution: total.resolution
        }
      let parts = try FigureParts(
        figure: .time(figure, .median), findings: findings, history: history, plan: plan)
      let times = TimeFigures(sorted: parts.events.map(\.time))
      #expect(Self.statistics(times) == Self.statistics(expected ?? .none), "\(figure) \(random)")
      #expect(times.count == expected?.count ?? 0, "\(figure) \(random)")
      // The summary has the interval of a median only where it is shown.
      if let interval = expected?.medianInterval {
        #expect(times.medianInterval == interval, "\(figure) \(random)")
      }
    }
  }

  private static func statistics(_ times: TimeFigures) -> [Fraction?] {
    [
      times.mean, times.fastest90Mean, times.median, times.p75, times.p90, times.p95, times.p99,
      times.least.map { Fraction($0) }, times.greatest.map { Fraction($0) },
    ]
  }
}
