package import ArgumentParser

/// The command `replymeter` with its verbs.
package struct RootCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "replymeter",
    abstract: "Turns exported message histories into reports on responsiveness.",
    discussion: """
      Exit status: 0 reports written, 1 a --fail-on condition holds, 64 wrong command line, 65 \
      input not understood, 66 input missing or changed, 70 figures do not add up, 73 output \
      cannot be written, 75 another run holds the output folder, 78 wrong configuration.
      """,
    version: VersionText(timeZones: TimeZones()).text,
    subcommands: [
      ReportCommand.self, CheckCommand.self, InitCommand.self, ExplainCommand.self,
      DiffCommand.self, BenchmarksCommand.self, TemplatesCommand.self,
    ])

  package init() {}
}
