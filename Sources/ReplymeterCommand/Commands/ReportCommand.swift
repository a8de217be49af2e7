import ArgumentParser
import Foundation
import MessageHistory
import Reports

/// The main job: reads histories, computes, writes the reports.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Reads histories and writes the reports into a folder.")

  @OptionGroup var input: InputOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder of the reports; replaced as a whole.", valueName: "dir"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Which documents: html, csv, json, email, text, joined by commas (default: html,csv,json,email). text is printed.",
      valueName: "list"))
  var format: String?

  @Option(help: ArgumentHelp("A folder of own templates.", valueName: "dir"))
  var templates: String?

  @Option(help: ArgumentHelp("Only this page (repeatable).", valueName: "id"))
  var page: [String] = []

  @Option(help: ArgumentHelp("Only this channel (repeatable).", valueName: "name"))
  var channel: [String] = []

  @Option(help: ArgumentHelp("Only this employee's rows (repeatable).", valueName: "key"))
  var employee: [String] = []

  @Option(help: ArgumentHelp("The badge policy.", valueName: "name"))
  var policy: String?

  @Option(help: "What the period is compared with: previous, last-year, none.")
  var compare: ConfiguredComparison?

  @OptionGroup var redaction: RedactionOptions

  @Flag(name: .customLong("no-listings"), help: "Without openers.csv and conversations.csv.")
  var hasNoListings = false

  @Option(help: ArgumentHelp("The separator of the CSV files.", valueName: "char"))
  var csvSeparator: String = ","

  @Flag(name: .customLong("csv-bom"), help: "CSV files begin with a byte order mark.")
  var hasByteOrderMark = false

  @Flag(help: "The manifest has the SHA-256 of the inputs too.")
  var checksums = false

  @Option(
    help: ArgumentHelp(
      "Keeps so many runs: each goes into a folder of its own in the output folder, named by the time of the run, with a link 'latest' to the newest.",
      valueName: "n"))
  var keep: Int?

  @Option(
    help: ArgumentHelp(
      "The language of HTML, mail and text: en, fr, pt, nb, id (default: en).", valueName: "tag"))
  var language: ReportLanguage?

  @OptionGroup var failing: FailOptions

  @Flag(help: "Says nothing on success.")
  var quiet = false

  @Flag(help: "Says what was read and chosen, and how long it took, on standard error.")
  var verbose = false

  func validate() throws {
    if quiet, verbose {
      throw ValidationError("'--quiet' and '--verbose' cannot be given together")
    }
    if let keep, !(1...10_000).contains(keep) {
      throw ValidationError("'--keep' is from 1 to 10000 (found \(keep))")
    }
    if csvSeparator != "tab", csvSeparator.utf8.count != 1 || "\"\r\n".contains(csvSeparator) {
      throw ValidationError(
        "'--csv-separator' is one character or 'tab' (found '\(csvSeparator)')")
    }
  }

  private func formats() throws -> [ReportFormat]? {
    try format.map { list in
      try list.split(separator: ",").map { word in
        guard let format = ReportFormat(rawValue: String(word)) else {
          let known = ReportFormat.allCases.map(\.rawValue)
          let advice = nearestName(to: String(word), among: known)
          throw ValidationError(
            "unknown format in '--format' (found '\(word)', expected "
              + known.joined(separator: ", ") + ")"
              + (advice.map { "; did you mean '\($0)'?" } ?? ""))
        }
        return format
      }
    }
  }

  private func settings() throws -> ReportSettings {
    var settings = input.settings
    settings.output = output
    settings.formats = try formats()
    settings.language = language
    settings.templates = templates
    settings.pages = page
    settings.channels = channel
    settings.employees = employee
    settings.policy = policy
    settings.comparison = compare
    settings.redaction = redaction.level
    settings.listsConversations = !hasNoListings
    settings.csvSeparator = csvSeparator == "tab" ? 0x09 : csvSeparator.utf8.first ?? 0x2C
    settings.csvHasByteOrderMark = hasByteOrderMark
    settings.hasChecksums = checksums
    settings.keptRuns = keep
    settings.isQuiet = quiet
    return settings
  }

  func run() throws {
    // Not in `validate`, which comes before options that are unknown are told.
    if try formats() != [.text], output == nil {
      throw ValidationError("'--output' is missing; name the folder of the reports")
    }
    if keep != nil, output == nil {
      throw ValidationError("'--keep' needs '--output', the folder of the runs")
    }
    try exitingOnError {
      let plan = try ReportPlan(resolving: try settings(), zones: TimeZones())
      try failing.check(against: plan.configuration.values)
      let now = SystemClock.now()
      let progress = RunProgress()
      let outcome = try run(plan, now: now, progress)
      for line in verbose ? RunAccount(plan: plan, outcome: outcome).lines(progress) : [] {
        StandardStreams.warn("replymeter: " + line)
      }
      let check = FailCheck(findings: outcome.findings, plan: plan, now: now)
      let runWarnings = try RunWarnings(
        outcome.history, outcome.findings, redaction: plan.redaction)
      let warnings = plan.warnings + runWarnings.lines
      let stale = failing.conditions.contains(.stale) ? nil : check.reason(for: .stale)
      for warning in quiet ? [] : warnings + (stale.map { ["warning: \($0)"] } ?? []) {
        StandardStreams.warn(warning)
      }
      for flaw in outcome.flaws { StandardStreams.warn("replymeter: " + flaw) }
      if plan.formats.contains(.text) {
        try printText(of: outcome, plan)
      } else if !quiet {
        try StandardStreams.print(outcome.written.joined(separator: "\n"))
      }
      let failures = failing.lines(check)
      for line in failures { StandardStreams.warn(line) }
      LastingValue(outcome).outlast()
      if !failures.isEmpty { throw ExitCode(ExitStatus.conditionHolds.rawValue) }
    }
  }

  private func printText(of outcome: ReportPipeline.Outcome, _ plan: ReportPlan) throws {
    let style = TerminalStyle.standardOutput(ProcessInfo.processInfo.environment)
    let report = TextReport(outcome.findings, title: plan.title, language: plan.language)
    try StandardStreams.print(report.render(width: style.width), style)
  }

  /// Runs the pipeline, with a bar where somebody looks on.
  private func run(
    _ plan: ReportPlan, now: Instant, _ progress: RunProgress
  ) throws -> ReportPipeline.Outcome {
    let interruptions = Interruptions()
    let showsBar = !quiet && ProgressBar.isPossible(ProcessInfo.processInfo.environment)
    let bar =
      showsBar
      ? interruptions.making {
        ProgressBar(of: progress)
      } cleanUp: {
        $0.end()
      } : nil
    defer { bar?.end() }
    return try ReportPipeline(
      plan: plan, version: Version.text, now: now, progress: progress,
      interruptions: interruptions
    ).run()
  }
}

extension ConfiguredComparison: ExpressibleByArgument {}
extension ReportLanguage: ExpressibleByArgument {}

/// Runs `body`; an error is told on standard error and ends the program with its status.
func exitingOnError(_ body: () throws -> Void) throws {
  StandardStreams.settleSignals()
  do {
    try body()
  } catch let exit as ExitCode {
    throw exit
  } catch {
    let error = RunError(error)
    let prefix = error.message.contains("error:") ? "" : "error: "
    StandardStreams.warn("replymeter: " + prefix + error.message)
    throw ExitCode(error.status.rawValue)
  }
}
