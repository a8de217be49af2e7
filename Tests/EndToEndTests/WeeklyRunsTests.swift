import Foundation
import TestSupport
import Testing

/// Cron's weekly run, every Monday of a year; under `REPLYMETER_LONG_TESTS=1` of three years.
struct WeeklyRunsTests {
  /// Reported on the Monday after each: all of 2026, whose last week is the 53rd.
  private static let weeks =
    ProcessInfo.processInfo.environment["REPLYMETER_LONG_TESTS"] == "1" ? 1...157 : 105...157

  private typealias Message = PlainWeek.Message

  @Test func everyMondaysReportIsOfTheWeekBeforeAndRight() throws {
    var random = SeededGenerator(seed: 7)
    let conversations = (0..<600).map { _ in Self.conversation(&random) }
    let place = try TemporaryFolder()
    try place.write(Self.history(of: conversations), to: "in.csv")
    var answered = 0
    for week in Self.weeks {
      let monday = ParisWeeks.firstMonday + 7 * week
      let asOf = ParisWeeks.midnight(monday) + 6 * 3_600
      let outcome = try RunningTool.run(
        [
          "report", "in.csv", "--output", "report", "--period", "last-week", "--timezone",
          "Europe/Paris", "--as-of", "\(ParisWeeks.date(monday))T06:00", "--format", "csv",
          "--no-listings", "--quiet", "--threads", "1",
        ], in: place.path)
      #expect(outcome == RunningTool.Outcome(status: 0, output: "", errors: ""))
      let row = try #require(
        try ReportFolder(path: place.path + "/report").entries("summary").last)
      #expect(row["from"] == ParisWeeks.text(monday - 7), "week \(week), \(random)")
      #expect(row["to"] == ParisWeeks.text(monday), "week \(week), \(random)")
      let expected = PlainWeek(
        of: conversations,
        in: ParisWeeks.midnight(monday - 7)..<ParisWeeks.midnight(monday), asOf: asOf)
      for (column, cell) in expected.cells {
        #expect(row[column] == cell, "\(column), week \(week), \(random)")
      }
      answered += expected.answered
    }
    // The data are no empty ones.
    #expect(answered > 200)
  }

  /// Rounds of question, sometimes one more, and mostly an answer; many near a week's bounds.
  private static func conversation(_ random: inout SeededGenerator) -> [Message] {
    let week = random.number(in: -2..<158)
    let midnight = ParisWeeks.midnight(ParisWeeks.firstMonday + 7 * week)
    let near = [0, -1, 1, -3_600, 3_600, 21_599, 21_600, 21_601]
    var second =
      midnight
      + (random.chance(percent: 40)
        ? random.element(of: near) ?? 0 : random.number(in: 0..<604_800))
    var messages: [Message] = []
    for _ in 0..<random.number(in: 1..<5) {
      messages.append(Message(second: second, isInbound: true))
      if random.chance(percent: 40) {
        second += random.number(in: 0..<72_000)
        messages.append(Message(second: second, isInbound: true))
      }
      if random.chance(percent: 75) {
        second += random.number(in: 0..<108_000)
        messages.append(Message(second: second, isInbound: false))
      }
      second += random.element(of: [86_399, 86_400, 86_401, 604_800, 1_700_000]) ?? 0
    }
    return messages
  }

  private static func history(of conversations: [[Message]]) -> String {
    var text = "conversation_id,timestamp,direction\n"
    for (number, messages) in conversations.enumerated() {
      for message in messages {
        text += "c\(number),\(message.second),\(message.isInbound ? "inbound" : "outbound")\n"
      }
    }
    return text
  }

  /// Worked by hand: the week of new year, week 53, and the weeks of 167 and 169 hours.
  @Test(arguments: [
    ("2025-01-01T06:00", "2024-12-23T00:00:00+01:00", "2024-12-30T00:00:00+01:00"),
    ("2026-01-05T06:00", "2025-12-29T00:00:00+01:00", "2026-01-05T00:00:00+01:00"),
    ("2027-01-03T23:59", "2026-12-21T00:00:00+01:00", "2026-12-28T00:00:00+01:00"),
    ("2027-01-04T00:00", "2026-12-28T00:00:00+01:00", "2027-01-04T00:00:00+01:00"),
    ("2021-01-04T06:00", "2020-12-28T00:00:00+01:00", "2021-01-04T00:00:00+01:00"),
    ("2026-03-30T06:00", "2026-03-23T00:00:00+01:00", "2026-03-30T00:00:00+02:00"),
    ("2026-03-29T02:30", "2026-03-16T00:00:00+01:00", "2026-03-23T00:00:00+01:00"),
    ("2026-10-26T06:00", "2026-10-19T00:00:00+02:00", "2026-10-26T00:00:00+01:00"),
    ("2026-10-25T02:30", "2026-10-12T00:00:00+02:00", "2026-10-19T00:00:00+02:00"),
  ])
  func lastWeek(asOf: String, from: String, to: String) throws {
    let place = try TemporaryFolder()
    try place.write("conversation_id,timestamp,direction\n", to: "in.csv")
    let outcome = try RunningTool.run(
      [
        "report", "in.csv", "--output", "report", "--period", "last-week", "--timezone",
        "Europe/Paris", "--as-of", asOf, "--format", "csv", "--quiet",
      ], in: place.path)
    #expect(outcome.status == 0)
    let row = try #require(
      try ReportFolder(path: place.path + "/report").entries("summary").last)
    #expect(row["from"] == from)
    #expect(row["to"] == to)
  }
}
