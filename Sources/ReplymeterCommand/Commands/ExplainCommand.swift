import ArgumentParser
import MessageHistory
import Reports
import ResponseMetrics

/// The timeline of one conversation: what every message counted as, and why.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Shows what every message of a conversation counted as, and why.")

  @OptionGroup var input: InputOptions

  @Option(help: ArgumentHelp("The conversation's id.", valueName: "id"))
  var conversation: String

  @Option(help: ArgumentHelp("Only on this page.", valueName: "id"))
  var page: String?

  @Option(help: ArgumentHelp("Only on this channel.", valueName: "name"))
  var channel: String?

  @Flag(name: .customLong("show-text"), help: "Shows the messages' texts too.")
  var showsText = false

  func run() throws {
    try exitingOnError {
      var settings = input.settings
      settings.listsConversations = false
      let plan = try ReportPlan(resolving: settings, zones: TimeZones())
      let explanation = try ConversationExplanation(plan: plan, showsText: showsText)
      let lines = try explanation.lines(ofConversation: conversation, page: page, channel: channel)
      StandardStreams.print(lines.joined(separator: "\n"))
    }
  }
}
