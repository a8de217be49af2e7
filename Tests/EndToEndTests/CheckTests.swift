import Foundation
import TestSupport
import Testing

/// `check`: what was understood, on what evidence, and what looks wrong.
struct CheckTests {
  private func check(
    _ arguments: String..., files: [(name: String, text: String)]
  ) throws -> RunningTool.Outcome {
    let place = try TemporaryFolder()
    for file in files { try place.write(file.text, to: file.name) }
    let outcome = try RunningTool.run(["check"] + arguments, in: place.path)
    #expect(try place.names() == files.map(\.name).sorted())
    return outcome
  }

  @Test func showsWhatAnInputWasUnderstoodAs() throws {
    let outcome = try check(
      "in.csv", "--timezone", "Europe/Paris",
      files: [
        (
          "in.csv",
          """
          Thread ID;Sent at;Direction;Agent;Message;Mood
          7;05/11/2026 09:00;in;;Is the shop open?;fine
          7;05/11/2026 09:04;out;Léa;Yes;
          7;13/11/2026 17:30 UTC;in;;Thank you;
          ;13/11/2026 17:31;in;;;
          8;13/31/2026 17:31;in;;;
          9;14/11/2026;in;;;
          8;29/03/2026 02:30;out;Léa;;

          """
        )
      ])
    #expect(
      outcome.output == """
        in.csv
          text        utf-8: characters beyond ASCII, all of them UTF-8
          dialect     separator ';', quote '"', quotes doubled inside quotes, lines end with LF or CR LF
                      8 of 8 records have 6 cells, score 0.778; the next separator, ':', scores 0.010
          table       begins on line 1, with a header
          columns     conversation_id  from "Thread ID", a synonym
                      timestamp        from "Sent at", a synonym
                      direction        from "Direction"
                      employee_name    from "Agent", a synonym
                      text             from "Message", a synonym
                      not read: "Mood"
          timestamps  5 with day, month and year by order
                      order dmy: 13/11/2026 in line 4 is a date in no other
                      3 without an offset, read in Europe/Paris, 1 in a gap of the clock
                      1 date without a time: no timestamps of messages
          rows        7 read, 4 taken
                      1 rejected for no_conversation_id, the first in line 5
                      2 rejected for bad_timestamp, the first in line 6
          times       2026-03-29T03:30:00+02:00 to 2026-11-13T18:30:00+01:00
          messages    instant                    kind      conversation  page     channel  from       text
                      2026-11-05T09:00:00+01:00  inbound   7             default  default  a contact  17 characters
                      2026-11-05T09:04:00+01:00  outbound  7             default  default  Léa        3 characters
                      2026-11-13T18:30:00+01:00  inbound   7             default  default  a contact  9 characters
                      2026-03-29T03:30:00+02:00  outbound  8             default  default  Léa        no text

        warning: 227 of 230 days have no message (64 of them Saturdays or Sundays), most at a time \
        from 2026-03-30 to 2026-11-04; look whether an export is missing

        """)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
  }

  @Test func showsTextsWhereAsked() throws {
    let file = (
      name: "in.csv",
      text: "conversation_id,timestamp,direction,text\n"
        + "1,1794818460,in,\"Hello\u{1B}[31m\n there\"\n"
    )
    let hidden = try check("in.csv", files: [file]).output
    #expect(!hidden.contains("Hello") && hidden.contains("17 characters"))
    let shown = try check("in.csv", "--show-text", files: [file]).output
    #expect(shown.contains("\"Hello\u{FFFD}[31m  there\""))
  }

  private static let header = "conversation_id,timestamp,direction\n"

  @Test func aRefusedInputIsExplainedAndTheOthersAreShown() throws {
    let outcome = try check(
      "a.csv", "b.csv", "c.csv",
      files: [
        ("a.csv", "name,when\n1,2\n"), ("b.csv", Self.header + "1,2026-11-05T09:00:00Z,in\n"),
        ("c.csv", Self.header + "1,05/11/2026 09:00,in\n2,06/11/2026 09:00,in\n"),
      ])
    #expect(outcome.status == 65)
    #expect(
      outcome.errors
        == "replymeter: error: 2 of 3 inputs cannot be read; the reasons are above\n")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("  refused     a.csv: error: there is no column") })
    #expect(lines.contains { $0.hasPrefix("  refused     c.csv:2: error: the order of day, ") })
    #expect(lines.contains("  rows        1 read, 1 taken"))
  }

  @Test func anInputThatIsNotThereIsReportsRefusal() throws {
    let outcome = try check("nowhere.csv", files: [])
    #expect(
      outcome == .refusal(66, "nowhere.csv: error: there is no such file or folder"))
  }

  @Test func tellsWhatLooksWrong() throws {
    let rows =
      "conversation_id,timestamp,direction,page,status,employee_name\n"
      + (0..<8).map { day in
        let date = "2026-11-0\(day + 1)"
        return "q\(day),\(date)T09:00:00Z,in,a,,\nq\(day),\(date)T09:05:00Z,out,a,,\n"
      }.joined()
      // The reply's clock is ten minutes slow: it stands after its question, and before it in time.
      + "q9,2026-11-09T09:00:00Z,in,a,,\nq9,2026-11-09T08:50:00Z,out,a,,Léa\n"
      + "q1,2026-11-13T09:00:00Z,in,b,parked,\nq2,2026-11-13T09:00:00Z,in,b,Parked,\n"
      + "q2,1994-11-13T09:00:00Z,in,c,,\n"
    let outcome = try check("in.csv", files: [("in.csv", rows)])
    let warnings = outcome.output.split(separator: "\n").filter { $0.contains("warning") }
    #expect(
      warnings == [
        """
        in.csv: warning: unknown words in status ("parked" in 2 rows of 21); these cells count as \
        blank; say what they mean: values: { status: { "parked": … } }
        """,
        "warning: 8 of 9 outbound messages (88.9 %) name no employee and count as Unattributed",
        """
        warning: 11678 of 11689 days have no message (3335 of them Saturdays or Sundays), most at \
        a time from 1994-11-14 to 2026-10-31; look whether an export is missing
        """,
        """
        warning: 1 message and the one of the other side before it stand the other way round in \
        the file than their times, unlike the rest (the first: in.csv, line 18); the two sides' \
        clocks or zones may differ, and replies stand before their questions
        """,
        """
        warning: 1 of 9 conversations with both sides begin with a message of the business; where \
        customers always write first, a clock, a zone or the words of direction are wrong
        """,
        """
        warning: 2 conversation ids stand on more than one page (the first: "q1" on "a" and "b"); \
        each page's rows count as a conversation of their own
        """,
        """
        warning: the oldest row lies before 2000 (1994-11-13T09:00:00+00:00); look whether these \
        numbers are seconds since 1970
        """,
      ])
  }

  @Test func saysSoWhereNothingLooksWrong() throws {
    let outcome = try RunningTool.run(["check", "sample-data/minimal.csv"], in: Checkout.folder)
    #expect(outcome.output.hasSuffix("\n\nno warnings\n"))
  }

  @Test func theReportNamesUnknownWordsToo() throws {
    let place = try TemporaryFolder()
    try place.write(
      Self.header + "1,1794818460,in\n1,1794818461,staff\n1,1794818462,Staff\n", to: "in.csv")
    let outcome = try RunningTool.run(
      ["report", "in.csv", "--output", "report"], in: place.path)
    #expect(outcome.status == 0)
    #expect(
      outcome.errors.contains(
        "in.csv: warning: unknown words in direction (\"staff\" in 2 rows of 3); these rows are "
          + "rejected; say what they mean: values: { direction: { \"staff\": … } }\n"))
  }

  @Test func peopleAreHiddenAsInReports() throws {
    let rows =
      "conversation_id,timestamp,direction,channel,contact_name,employee_name,text,secret1\n"
      + "secret2,1794818460,in,whatsapp,secret3,,secret4,\n"
      + "secret2,1794818520,out,whatsapp,secret3,Léa,secret5,\n"
      + "secret2,1794818520,secret6,whatsapp,,,,\nsecret2,1794818520,secret6,whatsapp,,,,\n"
    let contacts = try check(
      "in.csv", "--redact", "contacts", "--show-text", files: [("in.csv", rows)])
    #expect(!(contacts.output + contacts.errors).contains("secret"))
    #expect(contacts.output.contains("  contact-") && contacts.output.contains("  Léa  "))
    let all = try check("in.csv", "--redact", "all", files: [("in.csv", rows)])
    #expect(!(all.output + all.errors).contains("secret") && !all.output.contains("Léa"))
    #expect(all.output.contains("  employee-"))
  }

  @Test func allThatOverrulesDetectionWorksTogether() throws {
    let config = """
      inputs:
        - path: in.csv
          encoding: windows-1252
          header: false
          skip_lines: 2
          date_order: mdy
          separator: "|"
          own: [Shop]
          columns: { conversation_id: 1, timestamp: 2, sender_name: 3, text: 4 }

      """
    let place = try TemporaryFolder()
    try place.write(config, to: "c.yml")
    let rows =
      "Report\nas of today\n1|05/11/2026 09:00|M\u{FC}ller|Hi\n1|05/11/2026 09:04|Shop|Yes\n"
    try place.write(rows.unicodeScalars.map { UInt8($0.value) }, to: "in.csv")
    let outcome = try RunningTool.run(["check", "--config", "c.yml"], in: place.path)
    #expect(outcome.status == 0)
    for line in [
      "  text        windows-1252: named in the configuration\n",
      "  table       begins on line 3, without a header, as configured\n",
      "              order mdy, as configured\n", "  rows        2 read, 2 taken\n",
      "2026-05-11T09:00:00+00:00  inbound   1             default  default  M\u{FC}ller  2 characters\n",
      "2026-05-11T09:04:00+00:00  outbound  1             default  default  Shop    3 characters\n",
    ] { #expect(outcome.output.contains(line), "\(line)") }
  }

  @Test func rowsAreNotPrintedUnderRedaction() throws {
    let outcome = try check(
      "in.csv", "--rows", "--redact", "contacts", files: [("in.csv", Self.header + "1,2,in\n")])
    #expect(outcome.status == 64 && outcome.output.isEmpty)
    #expect(
      outcome.errors.hasSuffix(
        "error: '--rows' prints every cell as it stands, which redaction forbids; look at the "
          + "overview instead, or leave redaction out\n"))
  }

  @Test func wordsOfAWronglyMappedColumnAreNeverTold() throws {
    let texts = (0..<12).map {
      "\($0),179481846\($0 % 10),Where is parcel \($0 % 2) of Canary Row?\n"
    }
    for verb in [["check"], ["init"], ["report", "--output", "report"]] {
      let place = try TemporaryFolder()
      try place.write(Self.header + texts.joined() + "1,1794818460,in\n", to: "in.csv")
      let outcome = try RunningTool.run(verb + ["in.csv"], in: place.path)
      #expect(outcome.status == 0)
      #expect(!(outcome.output + outcome.errors).lowercased().contains("canary"), "\(verb)")
    }
  }

  @Test func aVendorsFormatIsNamedAndRecordsBeforeTheTableAreTold() throws {
    let outcome = try check(
      "in.csv",
      files: [
        (
          "in.csv",
          "Export of our chats\n"
            + "CONVERSATION_ID,THREAD_ID,TIME_SENT,CHANNEL,SENDER,MESSAGE_CONTENT\n"
            + "1,1,2024-04-17T15:19:13Z,chat,visitor,Hello\n"
            + "1,1,2024-04-17T15:21:13Z,chat,operator,Hi\n"
        )
      ])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\n  format      tidio ("))
    #expect(
      outcome.output.contains(
        "in.csv:1: warning: 1 record before the table left out; to read them, set skip_lines: 0"))
  }

  @Test func aConfiguredOrderOfDatesIsTakenAndShown() throws {
    let outcome = try check(
      "--config", "c.yml",
      files: [
        ("c.yml", "inputs: [{ path: in.csv, date_order: mdy }]\n"),
        ("in.csv", Self.header + "1,05/11/2026 09:00,in\n2,06/12/2026 09:00,in\n"),
      ])
    #expect(outcome.output.contains("order mdy, as configured\n"))
    #expect(outcome.output.contains("2026-05-11T09:00:00+00:00 to 2026-06-12T09:00:00+00:00\n"))
  }
}
