import ArgumentParser
import MessageHistory

/// A commented configuration to start from, filled in from what the inputs show.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Writes a commented configuration to start from, filled in from the inputs.",
    discussion: """
      What the inputs only suggest is marked as a guess, what they leave open as a question. A \
      file that is there is never written over.
      """)

  @Argument(
    help: ArgumentHelp(
      "Files or folders of exported histories; - is standard input.", valueName: "input"))
  var inputs: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write (default: standard output).", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("The report's zone, such as Europe/Paris.", valueName: "zone"))
  var timezone: String?

  func run() throws {
    try exitingOnError {
      var settings = ReportSettings()
      settings.inputs = inputs
      settings.timezone = timezone
      settings.ignoresConfiguration = true
      if let output, FileKind.isThere(output) { throw Self.taken(output) }
      let plan = try ReportPlan(resolving: settings, zones: TimeZones())
      let check = try InputCheck(plan: plan)
      let starter = try StarterConfiguration(
        plan: plan, check: check, arguments: inputs, isZoneChosen: timezone != nil,
        folder: ConfigurationFolder(of: output))
      let text = starter.lines.joined(separator: "\n") + "\n"
      if let output {
        try NewFile.write(Array(text.utf8), to: output)
        try StandardStreams.print(output)
      } else {
        try StandardStreams.print(starter.lines.joined(separator: "\n"))
      }
      try tell(check.refusals, of: check.outcomes.count)
    }
  }

  private func tell(_ refusals: [RunError], of inputs: Int) throws(RunError) {
    guard let first = refusals.first else { return }
    for refusal in refusals { StandardStreams.warn("replymeter: " + refusal.message) }
    throw RunError(
      first.status,
      "error: \(refusals.count) of \(counted(inputs, "input")) cannot be read yet; "
        + "answer the questions at \(refusals.count == 1 ? "its entry" : "their entries")")
  }

  private static func taken(_ path: String) -> RunError {
    RunError(
      .cannotWrite,
      "\(path): error: there is such a file; nothing was written; name another one")
  }
}
