import ArgumentParser

/// What changed between two reports.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Shows what changed between two reports: figures, inputs, settings, version.",
    discussion: """
      Settings and inputs are read from the manifest.json beside each report, lists of over 1,000 \
      rows from the CSV files there. Exit status: 0 nothing differs, 1 something does, 65 not a \
      report, 66 not there.
      """)

  @Argument(help: ArgumentHelp("A report.json, or its folder.", valueName: "A/report.json"))
  var before: String

  @Argument(help: ArgumentHelp("The report it is compared with.", valueName: "B/report.json"))
  var after: String

  @Flag(help: "Shows every line, not only the first \(ReportDifference.linesPerFile) of a file.")
  var all = false

  func run() throws {
    try exitingOnError {
      let difference = try ReportDifference(ComparedReport(before), ComparedReport(after))
      try StandardStreams.print(difference.lines(showsAll: all).joined(separator: "\n"))
      if !difference.isEmpty { throw ExitCode(ExitStatus.conditionHolds.rawValue) }
    }
  }
}
