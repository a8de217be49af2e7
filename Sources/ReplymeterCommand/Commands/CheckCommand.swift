import ArgumentParser
import MessageHistory
import Reports

/// What the inputs were understood as, and on what evidence; nothing is written.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Shows how the inputs are understood, and on what evidence.",
    discussion: """
      An input that report would refuse is explained, and the others are shown all the same; the \
      exit status is then report's.

      With --rows, the one input's table goes to standard output as plain CSV (RFC 4180, UTF-8), \
      every column, before any mapping; what was left out is said on standard error.
      """)

  @OptionGroup var input: InputOptions

  @OptionGroup var redaction: RedactionOptions

  @Flag(name: .customLong("show-text"), help: "Shows the messages' texts too.")
  var showsText = false

  @Flag(help: "Prints the rows of one input as they were read, instead.")
  var rows = false

  func run() throws {
    try exitingOnError {
      var settings = input.settings
      settings.redaction = redaction.level
      let plan = try ReportPlan(resolving: settings, zones: TimeZones())
      for warning in plan.warnings { StandardStreams.warn(warning) }
      if rows { try printRows(plan) } else { try printOverview(plan) }
    }
  }

  private func printOverview(_ plan: ReportPlan) throws {
    let check = try InputCheck(plan: plan)
    let report = CheckReport(
      plan: plan, check: check, showsText: showsText, now: SystemClock.now())
    try StandardStreams.print(report.lines().joined(separator: "\n"))
    guard let first = check.refusals.first else { return }
    throw RunError(
      first.status,
      "error: \(check.refusals.count) of \(counted(check.outcomes.count, "input")) cannot be "
        + "read; the reasons are above")
  }

  private func printRows(_ plan: ReportPlan) throws {
    guard !plan.redaction.hidesContacts else {
      throw RunError(
        .usage,
        "error: '--rows' prints every cell as it stands, which redaction forbids; "
          + "look at the overview instead, or leave redaction out")
    }
    guard plan.inputs.count == 1 else {
      throw RunError(
        .usage,
        "error: '--rows' reads one input (found \(plan.inputs.count), expected 1); "
          + "name the file to read")
    }
    let settings = plan.inputSettings[0]
    let layout = try InputLayout(
      plan.inputs[0].open(settings, in: InputStore()), settings: settings)
    let remarks = try RowsExport(layout: layout).stream { try StandardStreams.write($0) }
    for line in remarks.lines(of: layout) { StandardStreams.warn(line) }
  }
}

extension InputList.Entry {
  /// Opens the file, or copies standard input.
  func open(
    _ settings: InputSettings, in store: InputStore
  ) throws(MessageHistoryError) -> InputFile {
    path == "-"
      ? try .standardInput(encoding: settings.encoding, store: store)
      : try InputFile(path: path, name: name, encoding: settings.encoding, store: store)
  }
}
