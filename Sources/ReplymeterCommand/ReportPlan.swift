import MessageHistory
import Reports
import ResponseMetrics

/// A run's decisions: all settings resolved, nothing left unset, before a byte of history is read.
struct ReportPlan {
  var inputs: [InputList.Entry]
  /// How each input is read, in their order.
  var inputSettings: [InputSettings]
  /// The keys that each alias stands for, by the alias's name.
  var aliases: [String: [String]]
  var configuration: LoadedConfiguration
  var clock: LocalClock
  var period: PeriodExpression
  /// Nil for the newest instant of the rows.
  var asOf: Instant?
  /// Nil where periods are not compared.
  var comparison: PeriodComparison?
  var silence: Milliseconds
  var exclusions: ExclusionRules
  /// The first one is that of badge.csv.
  var policies: [BadgePolicy]
  var pages: [PlannedPage]
  var awayIntervals: [AwayInterval]
  var isAwayOutsideOfficeHours: Bool
  var windowChannels: Set<[UInt8]>
  /// Empty for all.
  var chosenPages: Set<[UInt8]>
  var chosenChannels: Set<[UInt8]>
  /// Keys in NFC; empty for all.
  var chosenEmployees: Set<[UInt8]>
  var title: String
  /// Of what people read.
  var language: ReportLanguage
  /// Sender, receivers and subject of the mail.
  var mailHead: MailHead
  /// From when on a waiting conversation is overdue.
  var overdueAfter: Milliseconds
  /// Whose names and ids are hidden.
  var redaction: Redaction
  /// What a person should know of the settings; a line each.
  var warnings: [String]
  var formats: Set<ReportFormat>
  var output: String?
  /// How many dated runs are kept in the output folder; nil where its report is replaced.
  var keptRuns: Int?
  /// Whether the manifest has the SHA-256 of the inputs.
  var hasChecksums: Bool
  var templates: String?
  var listsConversations: Bool
  var csvSeparator: UInt8
  var csvHasByteOrderMark: Bool
  var workers: Int
  var memory: MemoryBudget
  /// The cited figures: the built-in ones and the user's own.
  var benchmarks: BenchmarkCatalogue
  /// SHA-256 by name of the side files that were read.
  var sideFiles: [SideFile]
}

/// A page of the configuration.
struct PlannedPage {
  var id: [UInt8]
  var name: String
  var industry: String?
  var clock: LocalClock
  /// Nil for a page without office hours.
  var schedule: WeeklySchedule?
  var holidays: Set<LocalDate>
  var targets: [ConfiguredTarget]
}

/// A time in which a page, or every page, was away.
struct AwayInterval: Equatable {
  /// Nil for every page.
  var page: [UInt8]?
  var interval: Range<Instant>
}
