package import MessageHistory
package import Reports

/// What the configuration file says, and nothing that it does not say.
///
/// Every value is optional: nothing means "not said", and the defaults are applied where options
/// and configuration meet. Texts that other parts understand (time zones, periods, vendor formats,
/// industries) are kept as they are written, with their places, for `ConfigurationError.refusing`.
/// Files are named as written: relative to the configuration's folder.
package struct Configuration: Equatable, Sendable {
  package var timezone: Located<String>?
  package var title: Located<String>?
  package var language: Located<ReportLanguage>?
  /// Kept as text; understood by the period's own parser.
  package var period: Located<String>?
  /// Kept as text, like `period`; a naive one is read in the report's zone.
  package var asOf: Located<String>?
  package var silence: Located<Milliseconds>?
  package var compare: Located<ConfiguredComparison>?
  /// In the order of the file: the first whose pattern matches counts.
  package var inputs: [ConfiguredInput] = []
  /// In the order of the file; ids differ in their bytes.
  package var pages: [ConfiguredPage] = []
  package var away = ConfiguredAway()
  package var automationSenders: [Located<String>] = []
  package var employeeAliases: ConfiguredAliases?
  package var exclusions = ConfiguredExclusions()
  package var policy: ConfiguredPolicyChoice?
  /// Trimmed and in lower case; nothing is "not said", an empty list is "no channel".
  package var windowChannels: [Located<String>]?
  package var overdueAfter: Located<Milliseconds>?
  package var expectDataWithin: Located<Milliseconds>?
  package var benchmarksFile: Located<String>?
  /// A page's word for its industry and the slug that it stands for, in the order of the file.
  package var industries: [ConfiguredReplacement] = []
  package var email = ConfiguredEmail()
  package var redaction = ConfiguredRedaction()

  package init() {}
}

/// What the period is compared with.
package enum ConfiguredComparison: String, CaseIterable, Sendable {
  case previous
  case lastYear = "last-year"
  case none
}

/// A word of the data and the word that takes its place.
package struct ConfiguredReplacement: Equatable, Sendable {
  package var word: Located<String>
  package var replacement: Located<String>
}

/// When pages were away, beyond what the data says.
package struct ConfiguredAway: Equatable, Sendable {
  package var file: Located<String>?
  package var outsideOfficeHours: Located<Bool>?
}

/// Which openers the report leaves out.
package struct ConfiguredExclusions: Equatable, Sendable {
  package enum Done: String, CaseIterable, Sendable {
    case unanswered, all, none
  }

  package var done: Located<Done>?
  package var away: Located<Bool>?
}

/// The head of the mail that the report is sent as.
package struct ConfiguredEmail: Equatable, Sendable {
  /// `name@example.com` or `Name <name@example.com>`, without control characters; likewise `to`.
  package var from: Located<String>?
  package var to: [Located<String>] = []
  /// A template, without control characters.
  package var subject: Located<String>?
}

/// Whose names and ids the report hides.
package struct ConfiguredRedaction: Equatable, Sendable {
  package var level: Located<RedactionLevel>?
  package var keyFile: Located<String>?
}
