/// The small sections that say what counts and what is shown.
extension ConfigurationReader {
  private enum AwayKey: String, CaseIterable {
    case file
    case outsideOfficeHours = "outside_office_hours"
  }

  mutating func away(_ field: ConfigurationField) -> ConfiguredAway {
    var away = ConfiguredAway()
    for (key, field) in entries(of: field, as: AwayKey.self) ?? [] {
      switch key {
      case .file: away.file = text(of: field)
      case .outsideOfficeHours: away.outsideOfficeHours = flag(of: field)
      }
    }
    return away
  }

  private enum ExclusionsKey: String, CaseIterable {
    case done, away
  }

  mutating func exclusions(_ field: ConfigurationField) -> ConfiguredExclusions {
    var exclusions = ConfiguredExclusions()
    for (key, field) in entries(of: field, as: ExclusionsKey.self) ?? [] {
      switch key {
      case .done: exclusions.done = choice(of: field)
      case .away: exclusions.away = flag(of: field)
      }
    }
    return exclusions
  }

  private enum WindowKey: String, CaseIterable {
    case channels
  }

  mutating func windowChannels(_ field: ConfigurationField) -> [Located<String>]? {
    var channels: [Located<String>]?
    for (key, field) in entries(of: field, as: WindowKey.self) ?? [] {
      switch key {
      case .channels: channels = self.channels(of: field)
      }
    }
    return channels
  }

  private enum BenchmarksKey: String, CaseIterable {
    case file
  }

  mutating func benchmarksFile(_ field: ConfigurationField) -> Located<String>? {
    var file: Located<String>?
    for (key, field) in entries(of: field, as: BenchmarksKey.self) ?? [] {
      switch key {
      case .file: file = text(of: field)
      }
    }
    return file
  }

  mutating func industries(_ field: ConfigurationField) -> [ConfiguredReplacement] {
    (pairs(of: field) ?? []).compactMap { word, field in
      cell(of: field).map { ConfiguredReplacement(word: word, replacement: $0) }
    }
  }

  private enum RedactionKey: String, CaseIterable {
    case level
    case keyFile = "key_file"
  }

  mutating func redaction(_ field: ConfigurationField) -> ConfiguredRedaction {
    var redaction = ConfiguredRedaction()
    for (key, field) in entries(of: field, as: RedactionKey.self) ?? [] {
      switch key {
      case .level: redaction.level = choice(of: field)
      case .keyFile: redaction.keyFile = text(of: field)
      }
    }
    return redaction
  }
}
