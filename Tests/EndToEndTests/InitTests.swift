import Foundation
import TestSupport
import Testing

/// `init`: a configuration to start from.
struct InitTests {
  private func run(_ arguments: [String], in place: borrowing TemporaryFolder) throws
    -> RunningTool.Outcome
  {
    try RunningTool.run(arguments, in: place.path)
  }

  private static let export = """
    Thread ID;Sent at;Direction;Page;Platform;Agent
    1;05/11/2026 09:00;in;a "b": #c;Messenger;
    1;05/11/2026 09:05;out;a "b": #c;Messenger;Order Bot
    2;13/11/2026 09:00;User;shop;email;
    2;13/11/2026 09:10;user;shop;sms;

    """

  @Test func provesSuggestsAndAsks() throws {
    let place = try TemporaryFolder()
    try place.write(Self.export, to: "in.csv")
    let outcome = try run(["init", "in.csv"], in: place)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let lines = outcome.output.split(separator: "\n").map(String.init)
    let expected = [
      "timezone: UTC             # question: whose days and hours? An IANA name such as "
        + "Europe/Paris",
      "inputs:",
      "  - path: \"in.csv\"",
      "    columns: { conversation_id: \"Thread ID\", timestamp: \"Sent at\", channel: \"Platform\", "
        + "employee_name: \"Agent\" }   # guess: by name",
      "    date_order: dmy   # line 4 proves it: 13/11/2026",
      "    # timezone: Europe/Paris   # question: where are times without an offset? The report's "
        + "zone is taken",
      "    # values: { direction: { \"user\": … } }   # question: inbound or outbound?",
      "pages:",
      "  - id: \"a \\\"b\\\": #c\"   # channels: messenger",
      "    name: \"a \\\"b\\\": #c\"   # guess: the id",
      "# automation: { senders: [\"Order Bot\"] }   # guess: by name",
    ]
    for line in expected { #expect(lines.contains(line), "\(line)") }
    #expect(outcome.output.contains("\n#   marketing-agencies,"))
  }

  @Test func whatItWritesIsAConfigurationAsItIs() throws {
    let place = try TemporaryFolder()
    try place.write(Self.export, to: "exports/a.csv")
    try place.write(
      Self.export.replacingOccurrences(of: "05/11", with: "30/11"), to: "exports/b.csv")
    let written = try run(
      ["init", "exports", "--output", "own.yml", "--timezone", "Europe/Paris"], in: place)
    #expect(written == RunningTool.Outcome(status: 0, output: "own.yml\n", errors: ""))
    let text = try place.text(of: "own.yml")
    #expect(text.contains("\ntimezone: Europe/Paris\n"))
    // One entry stands for the folder: next week's file is read too.
    #expect(text.contains("  - path: \"exports\"\n") && !text.contains("a.csv"))
    let byHand = try run(
      ["report", "exports", "--timezone", "Europe/Paris", "--output", "one", "--format", "csv"],
      in: place)
    let configured = try run(
      ["report", "--config", "own.yml", "--output", "two", "--format", "csv"], in: place)
    #expect(byHand.status == 0 && configured.status == 0)
    for file in ["openers.csv", "conversations.csv", "quality.csv"] {
      #expect(try place.text(of: "one/" + file) == place.text(of: "two/" + file))
    }
    #expect(try place.text(of: "two/openers.csv").contains("\"a \"\"b\"\": #c\",messenger,1,"))
  }

  @Test func aVendorsFormatIsNamedSoThatItsWordsAreReadOn() throws {
    let place = try TemporaryFolder()
    try place.write(
      "CONVERSATION_ID,THREAD_ID,TIME_SENT,CHANNEL,SENDER,MESSAGE_CONTENT\n"
        + "1,1,2024-04-17T15:19:13Z,chat,visitor,Hello\n"
        + "1,1,2024-04-17T15:20:13Z,chat,automation,We are on our way\n"
        + "1,1,2024-04-17T15:21:13Z,chat,operator,Hi\n", to: "in.csv")
    #expect(try run(["init", "in.csv", "--output", "own.yml"], in: place).status == 0)
    let lines = try place.text(of: "own.yml").split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("    format: tidio   # recognised: ") })
    #expect(!lines.contains { $0.hasPrefix("    columns:") })
    let outcome = try run(
      ["report", "--config", "own.yml", "--output", "report", "--format", "csv"], in: place)
    #expect(outcome.status == 0)
    #expect(try place.text(of: "report/openers.csv").contains(",answered,,2024-04-17T15:21:13"))
  }

  @Test func pathsAreThoseThatTheConfigurationsFolderSees() throws {
    let place = try TemporaryFolder()
    try place.write(Self.export, to: "in.csv")
    try place.write("", to: "settings/keep")
    #expect(try run(["init", "in.csv", "--output", "settings/own.yml"], in: place).status == 0)
    let outcome = try run(
      ["report", "--config", "settings/own.yml", "--output", "report", "--quiet"], in: place)
    #expect(outcome.status == 0)
  }

  @Test func neverWritesOverAFile() throws {
    let place = try TemporaryFolder()
    try place.write(Self.export, to: "in.csv")
    try place.write("mine", to: "replymeter.yml")
    let outcome = try run(["init", "in.csv", "--output", "replymeter.yml"], in: place)
    #expect(
      outcome
        == .refusal(
          73,
          "replymeter.yml: error: there is such a file; nothing was written; name another one"))
    #expect(try place.text(of: "replymeter.yml") == "mine")
  }

  @Test func aRefusedInputIsAQuestionAtItsEntry() throws {
    let place = try TemporaryFolder()
    try place.write(
      "conversation_id,timestamp,direction\n1,05/11/2026 09:00,in\n", to: "open.csv")
    let outcome = try run(["init", "open.csv"], in: place)
    #expect(outcome.status == 65)
    #expect(outcome.output.contains("    # question: open.csv:2: error: the order of day, month"))
    #expect(
      outcome.errors.hasSuffix(
        "replymeter: error: 1 of 1 input cannot be read yet; answer the questions at its entry\n"))
  }

  @Test func needsAnInput() throws {
    let place = try TemporaryFolder()
    let outcome = try run(["init"], in: place)
    #expect(outcome.status == 64)
  }
}
