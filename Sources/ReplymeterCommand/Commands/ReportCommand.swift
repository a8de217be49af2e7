import ArgumentParser
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

  @Flag(name: .customLong("no-listings"), help: "Without openers.csv and conversations.csv.")
  var hasNoListings = false

  @Option(help: ArgumentHelp("The separator of the CSV files.", valueName: "char"))
  var csvSeparator: String = ","

  @Flag(name: .customLong("csv-bom"), help: "CSV files begin with a byte order mark.")
  var hasByteOrderMark = false

  @Option(
    help: ArgumentHelp(
      "The language of HTML, mail and text: en, fr, pt, nb, id (default: en).", valueName: "tag"))
  var language: ReportLanguage?

  @OptionGroup var failing: FailOptions

  @Flag(help: "Says nothing on success.")
  var quiet = false

  func validate() throws {
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
    settings.listsConversations = !hasNoListings
    settings.csvSeparator = csvSeparator == "tab" ? 0x09 : csvSeparator.utf8.first ?? 0x2C
    settings.csvHasByteOrderMark = hasByteOrderMark
    settings.isQuiet = quiet
    return settings
  }

  func run() throws {
    // Not in `validate`, which comes before options that are unknown are told.
    if try formats() != [.text], output == nil {
      throw ValidationError("'--output' is missing; name the folder of the reports")
    }
    try exitingOnError {
      let plan = try ReportPlan(resolving: try settings(), zones: TimeZones())
      try failing.check(against: plan.configuration.values)
      let outcome = try ReportPipeline(plan: plan, version: Version.text).run()
      for warning in quiet ? [] : try RunWarnings(outcome.history, outcome.findings).lines {
        StandardStreams.warn(warning)
      }
      if plan.formats.contains(.text) {
        StandardStreams.print(
          TextReport(outcome.findings, title: plan.title, language: plan.language).render()
            .joined(separator: "\n"))
      } else if !quiet {
        StandardStreams.print(outcome.written.joined(separator: "\n"))
      }
      let failures = failing.lines(
        for: outcome.findings, plan: plan, now: SystemClock.now())
      for line in failures { StandardStreams.warn(line) }
      if !failures.isEmpty { throw ExitCode(ExitStatus.conditionHolds.rawValue) }
    }
  }
}

extension ConfiguredComparison: ExpressibleByArgument {}
extension ReportLanguage: ExpressibleByArgument {}

/// Runs `body`; an error is told on standard error and ends the program with its status.
func exitingOnError(_ body: () throws -> Void) throws {
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
