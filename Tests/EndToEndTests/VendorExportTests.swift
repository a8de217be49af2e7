import TestSupport
import Testing

/// Vendors' exports through the built binary.
struct VendorExportTests {
  private static let tickets = """
    Ticket id,Initial channel,Created by an agent,Creation date,Closed date,Survey score,Survey replied date,Assignee name,Assignee email,Customer email,Customer name,First response time (s)
    11,email,False,2026-11-05 09:00:00,2026-11-05 10:00:00,,,Jess,jess@x.example,c@mail.example,Cleo,90
    12,email,False,"soon, I hope",,,,Jess,jess@x.example,d@mail.example,Dee,30
    """

  @Test func ticketsGiveFirstResponsesAndTheReportSaysWhatIsNotKnown() throws {
    let place = try TemporaryFolder()
    try place.write(Self.tickets, to: "tickets.csv")
    let outcome = try RunningTool.run(
      ["report", "tickets.csv", "--output", "report", "--quiet"], in: place.path)
    #expect(outcome.status == 0)
    let openers = PlainTable(try place.text(of: "report/openers.csv")).entries
    #expect(openers.map { $0["conversation_id"] } == ["11"])
    #expect(openers.map { $0["first_response_seconds"] } == ["90"])
    #expect(openers.map { $0["employee"] } == [""])
    let summary = PlainTable(try place.text(of: "report/summary.csv")).entries
    #expect(summary.first?["resolution_mean_seconds"] == "3600")
    #expect(
      try place.text(of: "report/report.html").contains(
        "1 input has one row a ticket: of those only first response and resolution are known"))
  }

  @Test func theWarningNamesTheTicketsAndTheRejectedRowItsLine() throws {
    let place = try TemporaryFolder()
    try place.write(Self.tickets, to: "tickets.csv")
    let outcome = try RunningTool.run(
      ["report", "tickets.csv", "--output", "report"], in: place.path)
    #expect(
      outcome.errors.contains(
        "tickets.csv:3: warning: 1 row rejected (bad_timestamp), the first here; "
          + "see rejected.csv"))
    #expect(
      outcome.errors.contains(
        "tickets.csv: warning: one row is one ticket (gorgias-tickets): only first response and "
          + "resolution are known, replies and who sent them are not"))
    let rejected = PlainTable(try place.text(of: "report/rejected.csv")).rows
    #expect(
      rejected == [
        [
          "tickets.csv", "3", "bad_timestamp",
          "12,\"soon, I hope\",inbound,12#created,,email,,,,,,d@mail.example,Dee,Jess,,,,",
        ]
      ])
  }

  @Test func anInputsFormatAndOurNamesComeFromTheConfiguration() throws {
    let place = try TemporaryFolder()
    try place.write(
      """
      { "participants": [{ "name": "Cleo" }, { "name": "Shop" }], "thread_path": "inbox/c_1",
        "messages": [
          { "sender_name": "Shop", "timestamp_ms": 1700000060000, "content": "Hello" },
          { "sender_name": "Cleo", "timestamp_ms": 1700000000000, "content": "Hi" } ] }
      """, to: "inbox/message_1.json")
    try place.write(
      "inputs: [{ path: inbox, format: instagram, own: [Shop] }]\n", to: "replymeter.yml")
    let outcome = try RunningTool.run(["report", "--output", "report"], in: place.path)
    #expect(outcome.status == 0)
    let openers = PlainTable(try place.text(of: "report/openers.csv")).entries
    #expect(openers.map { $0["channel"] } == ["instagram"])
    #expect(openers.map { $0["first_response_seconds"] } == ["60"])
    let explained = try RunningTool.run(
      ["explain", "--conversation", "inbox/c_1", "--show-text"], in: place.path)
    #expect(explained.status == 0)
    #expect(explained.output.contains("Hello"))
  }

  @Test func anUnknownFormatIsRefusedWithTheNearest() throws {
    let place = try TemporaryFolder()
    try place.write("inputs:\n  - path: a.csv\n    format: twillio\n", to: "replymeter.yml")
    try place.write("conversation_id,timestamp,direction\n", to: "a.csv")
    let outcome = try RunningTool.run(["report", "--output", "report"], in: place.path)
    #expect(
      outcome
        == .refusal(
          78,
          "replymeter.yml:3:13: error: unknown format in 'format' (found 'twillio', expected auto, "
            + "tidio, intercom, front, kustomer, discourse-chat, webio, chatwoot, gorgias-tickets, "
            + "zendesk-tickets, freshdesk-tickets, gorgias-messages, zendesk-comments, "
            + "zendesk-users, twilio, ringcentral, twcs, messenger, instagram, whatsapp, crisp); "
            + "did you mean 'twilio'?"))
  }

  // MARK: Aliases

  private static let history = """
    conversation_id,timestamp,direction,employee_id
    1,2026-11-05T09:00:00Z,inbound,
    1,2026-11-05T09:01:00Z,outbound,17
    2,2026-11-05T09:00:00Z,inbound,
    2,2026-11-05T09:02:00Z,outbound,anna@example.com
    """

  private func report(aliases: String, in place: borrowing TemporaryFolder) throws
    -> RunningTool.Outcome
  {
    try place.write(Self.history, to: "a.csv")
    try place.write(aliases, to: "people.csv")
    try place.write("employees: { aliases: people.csv }\n", to: "replymeter.yml")
    return try RunningTool.run(["report", "a.csv", "--output", "report"], in: place.path)
  }

  @Test func aliasesComeFromAFileToo() throws {
    let place = try TemporaryFolder()
    let outcome = try report(
      aliases: "name;key\nAnna L.;17\nAnna L.;anna@example.com\nAnna L.;17\n", in: place)
    #expect(outcome.status == 0)
    let employees = PlainTable(try place.text(of: "report/employees.csv")).entries
    #expect(employees.map { $0["employee"] } == ["Anna L.", "Anna L."])
    #expect(employees.map { $0["responses"] } == ["2", "2"])
  }

  @Test(arguments: [
    ("key,name\n17,Anna\n17,Ben\n", "this key stands under two names; leave one of them", 3),
    ("key,name\n17,Anna\nAnna,Ben\n", "this key stands under two names; leave one of them", 3),
    ("key,name\nAnna,Ben\n17,Anna\n", "this key stands under two names; leave one of them", 3),
    ("key,name\n17,Anna\n\n18,\n", "a key or a name is missing", 4),
  ])
  func aFlawInTheFileOfAliasesIsToldWithItsLine(
    aliases: String, what: String, line: Int
  ) throws {
    let place = try TemporaryFolder()
    #expect(
      try report(aliases: aliases, in: place)
        == .refusal(78, "people.csv:\(line): error: \(what)"))
  }

  @Test func aFileOfAliasesNeedsItsColumns() throws {
    let place = try TemporaryFolder()
    #expect(
      try report(aliases: "id,name\n17,Anna\n", in: place)
        == .refusal(
          78, "people.csv:1: error: there is no column 'key' (expected key, name)"))
  }
}
