package import MessageHistory
package import Reports

/// What the command line says of a report, as it was said; an option wins over the configuration.
package struct ReportSettings: Sendable {
  package var inputs: [String] = []
  /// Nil for `replymeter.yml` in the working directory, if there.
  package var configurationPath: String?
  /// Whether no configuration is read at all, as before there is one.
  package var ignoresConfiguration = false
  package var output: String?
  package var period: String?
  package var asOf: String?
  package var timezone: String?
  package var language: ReportLanguage?
  package var formats: [ReportFormat]?
  package var templates: String?
  package var pages: [String] = []
  package var channels: [String] = []
  package var employees: [String] = []
  package var policy: String?
  package var comparison: ConfiguredComparison?
  package var redaction: RedactionLevel?
  package var listsConversations = true
  package var csvSeparator: UInt8 = 0x2C
  package var csvHasByteOrderMark = false
  /// Nil for as many as the machine has cores.
  package var threads: Int?
  /// Nil for half of what the machine has free.
  package var memory: MemoryBudget?
  /// How many dated runs are kept beside each other, at least 1; nil for one that is replaced.
  package var keptRuns: Int?
  package var hasChecksums = false
  package var isQuiet = false

  package init() {}
}

/// The documents of a report.
package enum ReportFormat: String, CaseIterable, Sendable {
  case html, csv, json, email, text
}
