package import MessageHistory
package import Reports

/// What the configuration says of one page.
package struct ConfiguredPage: Equatable, Sendable {
  /// As the data has it, trimmed; never blank.
  package var id: Located<String>
  package var name: Located<String>?
  /// The page's own word for its industry.
  package var industry: Located<String>?
  /// The zone of `officeHours` and `holidays`, and of nothing else.
  package var timezone: Located<String>?
  /// Nothing where the page has no schedule; a schedule may also have no hours at all.
  package var officeHours: Located<ConfiguredOfficeHours>?
  package var holidays: [Located<ConfiguredHoliday>] = []
  package var targets: [ConfiguredTarget] = []

  init(id: Located<String>) {
    self.id = id
  }
}

/// A day on which a page does not work, or a file of such days.
package enum ConfiguredHoliday: Equatable, Sendable {
  case date(ConfiguredDate)
  case file(String)
}

/// What a page sets out to reach, by one metric.
package struct ConfiguredTarget: Equatable, Sendable {
  package enum Goal: Equatable, Sendable {
    case least(ConfiguredShare)
    case most(Milliseconds)
  }

  package var metric: Located<TargetMetric>
  package var goal: Located<Goal>
}
