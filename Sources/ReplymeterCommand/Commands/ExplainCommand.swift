import ArgumentParser
import MessageHistory
import Reports
import ResponseMetrics

/// What a report rests on: the timeline of one conversation, or the making of one figure.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract:
      "Shows what every message of a conversation counted as, and why, or what a figure is made of."
  )

  @OptionGroup var input: InputOptions

  @Option(help: ArgumentHelp("The conversation's id.", valueName: "id"))
  var conversation: String?

  @Option(
    help: ArgumentHelp(
      "A column of summary.csv, with or without _seconds, instead of a conversation.",
      valueName: "name"))
  var figure: String?

  @Option(help: ArgumentHelp("Only on this page.", valueName: "id"))
  var page: String?

  @Option(help: ArgumentHelp("Only on this channel.", valueName: "name"))
  var channel: String?

  @OptionGroup var redaction: RedactionOptions

  @Flag(name: .customLong("show-text"), help: "Shows the messages' texts too.")
  var showsText = false

  func validate() throws {
    guard (conversation == nil) != (figure == nil) else {
      throw ValidationError("name either '--conversation' or '--figure'")
    }
    if let figure, ExplainedFigure(figure) == nil {
      let names = ExplainedFigure.all.flatMap { [$0.column, $0.shortName] }
      let advice = nearestName(to: figure, among: names)
      throw ValidationError(
        "unknown figure in '--figure' (found '\(figure)', expected a column of summary.csv)"
          + (advice.map { "; did you mean '\($0)'?" } ?? ""))
    }
  }

  func run() throws {
    try exitingOnError {
      if let figure = figure.flatMap({ ExplainedFigure($0) }) { return try explain(figure) }
      guard let conversation else { return }
      var settings = input.settings
      settings.redaction = redaction.level
      settings.listsConversations = false
      let plan = try ReportPlan(resolving: settings, zones: TimeZones())
      for warning in plan.warnings { StandardStreams.warn(warning) }
      let explanation = try ConversationExplanation(plan: plan, showsText: showsText)
      let lines = try explanation.lines(ofConversation: conversation, page: page, channel: channel)
      try StandardStreams.print(lines.joined(separator: "\n"))
    }
  }

  private func explain(_ figure: ExplainedFigure) throws {
    var settings = input.settings
    settings.pages = page.map { [$0] } ?? []
    settings.channels = channel.map { [$0] } ?? []
    settings.redaction = redaction.level
    let plan = try ReportPlan(resolving: settings, zones: TimeZones())
    for warning in plan.warnings { StandardStreams.warn(warning) }
    let lines = try FigureExplanation(plan: plan).lines(of: figure)
    try StandardStreams.print(lines.joined(separator: "\n"))
  }
}
