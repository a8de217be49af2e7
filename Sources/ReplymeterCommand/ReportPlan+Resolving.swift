import Foundation
import MessageHistory
import Reports
import ResponseMetrics

extension ReportPlan {
  /// Resolves the command line and the configuration; touches no history.
  ///
  /// - Throws: `RunError` or `ConfigurationError` for whatever is wrong.
  init(resolving settings: ReportSettings, zones: TimeZones) throws {
    let configuration =
      settings.ignoresConfiguration
      ? LoadedConfiguration.none : try LoadedConfiguration(path: settings.configurationPath)
    let values = configuration.values
    self.configuration = configuration
    inputs = try InputList(
      arguments: settings.inputs, configuration: values,
      configurationFolder: configuration.folder
    ).entries
    var resolver = PlanResolver(configuration: configuration, zones: zones)
    clock = try resolver.clock(option: settings.timezone)
    period = try resolver.period(option: settings.period)
    let reportClock = clock
    inputSettings = try resolver.inputSettings(of: inputs, reportClock: reportClock)
    aliases = try resolver.aliases()
    asOf = try resolver.asOf(option: settings.asOf, clock: clock)
    comparison = resolver.comparison(option: settings.comparison)
    silence = values.silence?.value ?? .hours(24)
    exclusions = resolver.exclusions
    policies = try resolver.policies(option: settings.policy)
    pages = try resolver.pages(reportClock: clock)
    awayIntervals = try resolver.awayIntervals(clock: clock)
    isAwayOutsideOfficeHours = values.away.outsideOfficeHours?.value ?? false
    windowChannels = resolver.windowChannels
    chosenPages = Set(settings.pages.map { Array($0.trimmed.utf8) })
    chosenChannels = Set(settings.channels.map { Array($0.trimmed.asciiLowercased.utf8) })
    chosenEmployees = Set(settings.employees.map { CanonicalText.bytes(of: $0) })
    language = settings.language ?? values.language?.value ?? .standard
    title = values.title?.value ?? language.standardTitle
    mailHead = try resolver.mailHead(language: language)
    overdueAfter = values.overdueAfter?.value ?? .hours(24)
    redaction = try resolver.redaction(option: settings.redaction)
    warnings = [resolver.keyFileWarning(redaction)].compactMap(\.self)
    formats = Set(settings.formats ?? [.html, .csv, .json, .email])
    output = settings.output
    keptRuns = settings.keptRuns
    hasChecksums = settings.hasChecksums
    templates = settings.templates
    listsConversations = settings.listsConversations
    csvSeparator = settings.csvSeparator
    csvHasByteOrderMark = settings.csvHasByteOrderMark
    workers = settings.threads ?? max(1, ProcessInfo.processInfo.activeProcessorCount)
    memory = settings.memory ?? MachineMemory().budget
    benchmarks = try resolver.benchmarks()
    sideFiles = resolver.sideFiles
  }
}

/// Turns what was said into what holds, with errors at the place where it was said.
struct PlanResolver {
  let configuration: LoadedConfiguration
  let zones: TimeZones
  /// The side files read so far.
  private(set) var sideFiles: [SideFile] = []

  init(configuration: LoadedConfiguration, zones: TimeZones) {
    self.configuration = configuration
    self.zones = zones
  }

  private var values: Configuration { configuration.values }

  // MARK: Time

  func clock(option: String?) throws -> LocalClock {
    if let option { return try clock(named: option) }
    guard let timezone = values.timezone else { return .utc }
    return try clock(of: timezone, key: "timezone")
  }

  /// A zone of the configuration.
  func clock(of name: Located<String>, key: String) throws -> LocalClock {
    do throws(TimeZones.Flaw) {
      return try zones.clock(named: name.value)
    } catch {
      switch error {
      case .unknownZone(let nearest):
        throw configuration.refusing(
          name, key: key, what: "unknown time zone",
          expected: "an IANA name such as Europe/Paris",
          advice: nearest.map { "did you mean '\($0)'?" })
      case .unreadableFile(let path, let reason):
        throw RunError(.configuration, "\(path): error: \(reason)")
      }
    }
  }

  /// A zone of the command line.
  private func clock(named name: String) throws(RunError) -> LocalClock {
    do throws(TimeZones.Flaw) {
      return try zones.clock(named: name)
    } catch {
      switch error {
      case .unknownZone(let nearest):
        throw RunError(
          .usage,
          "error: unknown time zone in '--timezone' (found '\(name)', expected an IANA name such "
            + "as Europe/Paris)" + (nearest.map { "; did you mean '\($0)'?" } ?? ""))
      case .unreadableFile(let path, let reason):
        throw RunError(.usage, "\(path): error: \(reason)")
      }
    }
  }

  func period(option: String?) throws -> PeriodExpression {
    if let option {
      do throws(TimeError) {
        return try PeriodExpression(option)
      } catch {
        throw RunError(.usage, "error: in '--period': \(error.message)")
      }
    }
    guard let period = values.period else { return .all }
    do throws(TimeError) {
      return try PeriodExpression(period.value)
    } catch {
      throw configuration.refusing(
        period, key: "period", what: "impossible period",
        expected: PeriodExpression.forms)
    }
  }

  func asOf(option: String?, clock: LocalClock) throws -> Instant? {
    if let option {
      guard let instant = Self.instant(option, clock: clock) else {
        throw RunError(
          .usage,
          "error: impossible instant in '--as-of' (found '\(option)', expected ISO 8601 such as "
            + "2026-11-16T06:00, or a date)")
      }
      return instant
    }
    guard let asOf = values.asOf else { return nil }
    guard let instant = Self.instant(asOf.value, clock: clock) else {
      throw configuration.refusing(
        asOf, key: "as_of", what: "impossible instant",
        expected: "ISO 8601 such as 2026-11-16T06:00, or a date")
    }
    return instant
  }

  private static func instant(_ text: String, clock: LocalClock) -> Instant? {
    Array(text.trimmed.utf8).withUnsafeBytes {
      TimestampParser.parseInstantOrDate($0, clock: clock)?.instant
    }
  }

  func comparison(option: ConfiguredComparison?) -> PeriodComparison? {
    switch option ?? values.compare?.value ?? .previous {
    case .previous: .previous
    case .lastYear: .lastYear
    case .none: nil
    }
  }

  // MARK: Rules

  var exclusions: ExclusionRules {
    let done: ExclusionRules.Done =
      switch values.exclusions.done?.value ?? .unanswered {
      case .unanswered: .unanswered
      case .all: .all
      case .none: .none
      }
    return ExclusionRules(done: done, away: values.exclusions.away?.value ?? true)
  }

  var windowChannels: Set<[UInt8]> {
    let channels =
      values.windowChannels?.map(\.value) ?? ["messenger", "instagram", "facebook"]
    return Set(channels.map { Array($0.utf8) })
  }

  /// The chosen policy, then the presets that it is set beside.
  func policies(option: String?) throws -> [BadgePolicy] {
    let chosen = try chosenPolicy(option: option)
    return [chosen] + BadgePolicy.presets.filter { $0 != chosen }
  }

  private func chosenPolicy(option: String?) throws -> BadgePolicy {
    let configured = values.policy.map(BadgePolicy.init(configured:))
    guard let option else { return configured ?? .facebook2020 }
    let known = (configured.map { [$0] } ?? []) + BadgePolicy.presets
    guard let policy = known.first(where: { $0.name == option }) else {
      let names = known.map(\.name)
      let advice = nearestName(to: option, among: names).map { "; did you mean '\($0)'?" } ?? ""
      throw RunError(
        .usage,
        "error: unknown policy in '--policy' (found '\(option)', expected "
          + names.joined(separator: ", ") + ")" + advice)
    }
    return policy
  }

  // MARK: Pages

  mutating func pages(reportClock: LocalClock) throws -> [PlannedPage] {
    var planned: [PlannedPage] = []
    for page in values.pages {
      let clock = try page.timezone.map { try self.clock(of: $0, key: "timezone") }
      var holidays: Set<LocalDate> = []
      for holiday in page.holidays { holidays.formUnion(try dates(of: holiday.value)) }
      planned.append(
        PlannedPage(
          id: Array(page.id.value.utf8), name: page.name?.value ?? page.id.value,
          industry: page.industry?.value, clock: clock ?? reportClock,
          schedule: page.officeHours.map { WeeklySchedule(configured: $0.value) },
          holidays: holidays, targets: page.targets))
    }
    return planned
  }

  private mutating func dates(of holiday: ConfiguredHoliday) throws -> [LocalDate] {
    switch holiday {
    case .date(let date):
      return LocalDate(year: date.year, month: date.month, day: date.day).map { [$0] } ?? []
    case .file(let name):
      let file = try sideFile(name)
      var dates: [LocalDate] = []
      try file.forEachRow(columns: ["date"]) { cells, line throws(RunError) in
        guard let date = LocalDate(cells[0]) else {
          throw file.error(
            line: line, "this is no date (found '\(cells[0].prefix(40))', expected YYYY-MM-DD)")
        }
        dates.append(date)
      }
      return dates
    }
  }

  mutating func awayIntervals(clock: LocalClock) throws -> [AwayInterval] {
    guard let name = values.away.file else { return [] }
    let file = try sideFile(name.value)
    var intervals: [AwayInterval] = []
    try file.forEachRow(columns: ["page", "start", "end"]) { cells, line throws(RunError) in
      let instants = try cells[1...].map { cell throws(RunError) -> Instant? in
        if cell.isEmpty { return nil }
        guard let instant = Self.instant(cell, clock: clock) else {
          throw file.error(
            line: line,
            "this is no instant (found '\(cell.prefix(40))', expected ISO 8601 such as "
              + "2026-11-16T06:00)")
        }
        return instant
      }
      guard let start = instants[0] else {
        throw file.error(line: line, "the start is missing (expected ISO 8601)")
      }
      let end = instants[1] ?? start + .hours(12)
      guard start < end else {
        throw file.error(line: line, "the end does not lie after the start; correct one of them")
      }
      intervals.append(
        AwayInterval(page: cells[0].isEmpty ? nil : Array(cells[0].utf8), interval: start..<end))
    }
    return intervals
  }

  /// The built-in figures, with those of the user's own file in their place or beside them.
  mutating func benchmarks() throws -> BenchmarkCatalogue {
    var catalogue = try BuiltInBenchmarks.catalogue()
    guard let name = values.benchmarksFile?.value else { return catalogue }
    let file = try sideFile(name)
    do throws(BenchmarkError) {
      catalogue.add(
        try BenchmarkCatalogue(file: name, rows: file.records, lines: file.lines))
    } catch {
      throw RunError(.configuration, "\(error)")
    }
    return catalogue
  }

  mutating func sideFile(_ name: String) throws(RunError) -> SideFile {
    if let known = sideFiles.first(where: { $0.name == name }) { return known }
    let file = try SideFile(name, at: configuration.path(name))
    sideFiles.append(file)
    return file
  }
}
