import Testing

@testable import Reports

/// The text report beside the mail: the same figures, whatever the pages are called.
struct TextReportTests {
  private static let header = "conversation_id,timestamp,direction,page,contact_name\n"

  private func history(_ rows: String) throws -> ReportedHistory {
    try ReportedHistory(
      Self.header + rows, asOf: "2026-11-09", from: "2026-11-02", to: "2026-11-09")
  }

  private func lines(
    of history: ReportedHistory, width: Int? = nil, language: ReportLanguage = .english
  ) throws -> [String] {
    TextReport(try history.findings(), title: history.title, language: language)
      .render(width: width).map { $0.map(\.text).joined() }
  }

  /// Rounded half up, as in every document: 1 h 58 min 40 s is nearer to 1 h 59 min.
  @Test(arguments: [
    ("2026-11-02T01:58:40Z", "1 h 59 min"), ("2026-11-02T01:58:29Z", "1 h 58 min"),
    ("2026-11-02T00:09:59.500Z", "10 min"), ("2026-11-02T00:09:59.499Z", "9 min 59 s"),
    ("2026-11-02T00:06:03Z", "6 min 03 s"), ("2026-11-02T00:11:21Z", "11 min"),
    ("2026-11-03T11:45:00Z", "36 h"), ("2026-11-04T03:31:00Z", "2 d 4 h"),
  ])
  func aTimeReadsAsInTheMail(answeredAt: String, expected: String) throws {
    let history = try history(
      """
      c1,2026-11-02T00:00:00Z,inbound,north,Ada
      c1,\(answeredAt),outbound,north,Ada
      """)
    let line = try #require(try lines(of: history).first { $0.hasPrefix("First response") })
    #expect(
      line
        == "First response  median \(expected), p90 \(expected), waiting-aware median \(expected)")
    let mail = String(decoding: try MailReportTests().mail(of: history).text, as: UTF8.self)
    #expect(mail.contains("90 % answered within: \(expected) (of 1 answered opener)\n"))
  }

  @Test func sharesAndPointsReadAsInTheMail() throws {
    var rows = "a,2026-10-27T09:00:00Z,inbound,p,\na,2026-10-27T09:01:00Z,outbound,p,\n"
    for number in 0..<3 {
      rows += "c\(number),2026-11-02T09:00:00Z,inbound,p,\n"
      if number > 0 { rows += "c\(number),2026-11-02T09:01:00Z,outbound,p,\n" }
    }
    let history = try history(rows)
    let found = try lines(of: history, language: .french)
    #expect(
      found[2]
        == "Taux de réponse   ███████░░░ 66,7 % (2 sur 3 demandes ; en attente 0, manquées 1, "
        + "écartées car clôturées 0)")
    #expect(
      found[5] == "Évolution         taux de réponse −33,3 points : dans la variation normale")
  }

  @Test func namesOfPagesNeitherFillTheScreenNorTurnIt() throws {
    let long = String(repeating: "W", count: 10_000)
    let history = try history(
      """
      c1,2026-11-02T09:00:00Z,inbound,\(long),
      c2,2026-11-02T09:00:00Z,inbound,a\u{1}b,
      """)
    let found = try lines(of: history, width: 80)
    #expect(found.allSatisfy { $0.terminalColumns <= 80 })
    let cut = String(repeating: "W", count: 39) + "…"
    #expect(found.contains("Badge           \(cut): not earned (0 %;"))
    #expect(found.contains { $0.hasPrefix("Badge           a␁b: not earned") })
  }

  /// Of nine pages each has its badge in its line, where there is room, and one sentence sums up.
  @Test func manyPagesHaveTheirBadgesInTheTable() throws {
    var rows = ""
    for number in 1...9 {
      rows += "c,2026-11-02T09:00:00Z,inbound,page \(number),\n"
      if number > 7 { rows += "c,2026-11-02T09:00:30Z,outbound,page \(number),\n" }
    }
    let history = try history(rows)
    let found = try lines(of: history, width: 80)
    #expect(found.count { $0.hasPrefix("Badge ") } == 1)
    #expect(found.contains("Badge           2 of 9 pages hold it"))
    #expect(found.contains("Page    Openers  Response rate     Median  Badge"))
    #expect(found.contains("page 7        1  ░░░░░░░░░░   0 %       –  Not held"))
    #expect(found.contains("page 8        1  ██████████ 100 %    30 s  Held"))
    let narrow = try lines(of: history, width: 48)
    #expect(narrow.contains("page 8        1  ██████████ 100 %    30 s"))
  }
}
