import ArgumentParser
import MessageHistory

/// What is read, and how: shared by the verbs that read histories.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files or folders of exported histories; - is standard input. Without any, the inputs of the configuration are read.",
      valueName: "input"))
  var inputs: [String] = []

  @Option(
    name: .customLong("config"),
    help: ArgumentHelp("The configuration (default: replymeter.yml, if there).", valueName: "file"))
  var configuration: String?

  @Option(help: ArgumentHelp("The instant at which the report is true.", valueName: "instant"))
  var asOf: String?

  @Option(help: ArgumentHelp("The report's zone, such as Europe/Paris.", valueName: "zone"))
  var timezone: String?

  @Option(
    help: ArgumentHelp(
      "last-week, this-week, last-month, this-month, yesterday, last-7-days, last-30-days, 2026-W46, 2026-10, 2026-Q3, 2026, 2026-10-01..2026-10-31, all.",
      valueName: "period"))
  var period: String?

  @Option(help: ArgumentHelp("How many threads work at once.", valueName: "n"))
  var threads: Int?

  @Option(
    help: ArgumentHelp(
      "How much memory messages may take, such as 512M or 2G; past it temporary files are used (default: half of what is free).",
      valueName: "size"))
  var memory: String?

  func validate() throws {
    if let threads, threads < 1 || threads > 1_024 {
      throw ValidationError("'--threads' is from 1 to 1024 (found \(threads))")
    }
    if let memory, budget == nil {
      throw ValidationError("'--memory' is 64M or more, such as 512M or 2G (found '\(memory)')")
    }
  }

  /// Nil without the option, and for what is no size or too small a one.
  private var budget: MemoryBudget? {
    memory.flatMap { MemoryBudget(text: $0) }.flatMap {
      $0.bytes >= MemoryBudget.least ? $0 : nil
    }
  }

  /// The settings that these options stand for.
  var settings: ReportSettings {
    var settings = ReportSettings()
    settings.inputs = inputs
    settings.configurationPath = configuration
    settings.asOf = asOf
    settings.timezone = timezone
    settings.period = period
    settings.threads = threads
    settings.memory = budget
    return settings
  }
}
