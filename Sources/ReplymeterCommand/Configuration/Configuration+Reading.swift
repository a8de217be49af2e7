extension Configuration {
  /// Reads the bytes of a configuration file: YAML in UTF-8, at most one mebibyte.
  ///
  /// An empty file says nothing, which is no mistake.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - file: its name for the errors, as it was given.
  /// - Throws: every flaw that could be found, the first by place first.
  package init(reading bytes: [UInt8], file: String) throws(ConfigurationError) {
    let document: ConfigurationDocument
    do {
      document = try ConfigurationDocument(bytes)
    } catch {
      throw ConfigurationError(file: file, first: error)
    }
    self.init()
    var reader = ConfigurationReader()
    if let root = document.root {
      self = reader.configuration(ConfigurationField(path: "", node: root))
    }
    let flaws = document.flaws + reader.flaws
    if let first = flaws.first {
      throw ConfigurationError(file: file, first: first, others: Array(flaws.dropFirst()))
    }
  }
}

extension ConfigurationReader {
  private enum RootKey: String, CaseIterable {
    case timezone, title, language, period
    case asOf = "as_of"
    case silence, compare, inputs, pages, away, automation, employees, exclusions, policy, window
    case overdueAfter = "overdue_after"
    case expectDataWithin = "expect_data_within"
    case benchmarks, industries, email, redaction
  }

  mutating func configuration(_ root: ConfigurationField) -> Configuration {
    var configuration = Configuration()
    for (key, field) in entries(of: root, as: RootKey.self) ?? [] {
      switch key {
      case .timezone: configuration.timezone = text(of: field)
      case .title: configuration.title = anyText(of: field)
      case .language: configuration.language = choice(of: field)
      case .period: configuration.period = text(of: field)
      case .asOf: configuration.asOf = text(of: field)
      case .silence: configuration.silence = duration(of: field)
      case .compare: configuration.compare = choice(of: field)
      case .inputs: configuration.inputs = inputs(field)
      case .pages: configuration.pages = pages(field)
      case .away: configuration.away = away(field)
      case .automation: configuration.automationSenders = automationSenders(field)
      case .employees: configuration.employeeAliases = employeeAliases(field)
      case .exclusions: configuration.exclusions = exclusions(field)
      case .policy: configuration.policy = policy(field)
      case .window: configuration.windowChannels = windowChannels(field)
      case .overdueAfter: configuration.overdueAfter = duration(of: field)
      case .expectDataWithin: configuration.expectDataWithin = duration(of: field)
      case .benchmarks: configuration.benchmarksFile = benchmarksFile(field)
      case .industries: configuration.industries = industries(field)
      case .email: configuration.email = email(field)
      case .redaction: configuration.redaction = redaction(field)
      }
    }
    return configuration
  }
}
