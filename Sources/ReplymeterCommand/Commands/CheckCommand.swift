import ArgumentParser
import MessageHistory

/// What the inputs were understood as, and on what evidence; nothing is written.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Shows how the inputs are understood, and on what evidence.",
    discussion: """
      An input that report would refuse is explained, and the others are shown all the same; the \
      exit status is then report's.
      """)

  @OptionGroup var input: InputOptions

  @Flag(name: .customLong("show-text"), help: "Shows the messages' texts too.")
  var showsText = false

  func run() throws {
    try exitingOnError {
      let plan = try ReportPlan(resolving: input.settings, zones: TimeZones())
      try printOverview(plan)
    }
  }

  private func printOverview(_ plan: ReportPlan) throws {
    let check = try InputCheck(plan: plan)
    let report = CheckReport(
      plan: plan, check: check, showsText: showsText, now: SystemClock.now())
    StandardStreams.print(try report.lines().joined(separator: "\n"))
    guard let first = check.refusals.first else { return }
    throw RunError(
      first.status,
      "error: \(check.refusals.count) of \(counted(check.outcomes.count, "input")) cannot be "
        + "read; the reasons are above")
  }
}

extension InputList.Entry {
  /// Opens the file, or copies standard input.
  func open() throws(MessageHistoryError) -> InputFile {
    path == "-" ? try .standardInput() : try InputFile(path: path, name: name)
  }
}
