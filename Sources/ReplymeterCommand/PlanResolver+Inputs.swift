import DelimitedText
import MessageHistory

extension PlanResolver {
  /// How each input is read; the same settings for all that one entry of the configuration names.
  func inputSettings(
    of entries: [InputList.Entry], reportClock: LocalClock
  ) throws -> [InputSettings] {
    var known: [Int?: InputSettings] = [:]
    return try entries.map { entry in
      if let settings = known[entry.settings] { return settings }
      let settings = try inputSettings(of: entry.settings, reportClock: reportClock)
      known[entry.settings] = settings
      return settings
    }
  }

  /// How the inputs of an entry of the configuration are read; with nil those of none.
  private func inputSettings(of entry: Int?, reportClock: LocalClock) throws -> InputSettings {
    var settings = InputSettings(clock: reportClock)
    settings.zones = ZoneDirectory { [zones] in try? zones.existingClock(named: $0) }
    guard let index = entry else { return settings }
    let input = configuration.values.inputs[index]
    if let timezone = input.timezone { settings.clock = try clock(of: timezone, key: "timezone") }
    settings.dateOrder = input.dateOrder?.value
    settings.encoding = input.encoding?.value
    settings.separator = input.separator?.value
    settings.isClockConfigured = input.timezone != nil
    settings.formats = try formats(of: input)
    settings.own = input.own.map(\.value)
    switch input.quote?.value {
    case nil: break
    case .some(.none): settings.quote = .none
    case .byte(let quote): settings.quote = .byte(quote)
    }
    switch input.escape?.value {
    case nil: break
    case .doubled: settings.escape = .doubled
    case .backslash: settings.escape = .backslash
    }
    settings.skippedLines = input.skippedLines?.value
    settings.hasHeader = input.header?.value ?? true
    for column in input.columns {
      guard let name = column.names.first else { continue }
      if settings.hasHeader {
        settings.columns[column.column] = name.value
      } else {
        settings.positions[column.column] = try position(name, of: column.column) - 1
      }
    }
    for values in input.values {
      settings.values[values.column] = Dictionary(
        values.replacements.map { ($0.word.value, $0.replacement.value) },
        uniquingKeysWith: { _, last in last })
    }
    return settings
  }

  /// The place of a column in a file without a header, from 1.
  private func position(_ name: Located<String>, of column: Column) throws -> Int {
    guard let position = Int(name.value), position > 0 else {
      throw configuration.refusing(
        name, key: column.rawValue, what: "a file without a header has no names",
        expected: "the column's position, from 1")
    }
    return position
  }

  /// The formats that an input's `format` stands for; none for `auto`.
  private func formats(
    of input: ConfiguredInput
  ) throws(ConfigurationError) -> [VendorFormat] {
    guard let format = input.format, format.value != "auto" else { return [] }
    let formats = VendorFormat.named(format.value)
    guard formats.isEmpty else {
      guard input.header?.value ?? true || formats.contains(where: \.isText) else {
        throw configuration.refusing(
          format, key: "format", what: "a table without a header is of no format",
          expected: "auto, with columns by position")
      }
      return formats
    }
    let nearest = nearestName(to: format.value, among: ["auto"] + VendorFormat.names)
    throw configuration.refusing(
      format, key: "format", what: "unknown format",
      expected: "auto, " + VendorFormat.table.map(\.name).joined(separator: ", "),
      advice: nearest.map { "did you mean '\($0)'?" })
  }

  /// The keys that each alias stands for, by the alias's name.
  mutating func aliases() throws(RunError) -> [String: [String]] {
    switch configuration.values.employeeAliases {
    case nil: return [:]
    case .listed(let aliases):
      return Dictionary(
        aliases.map { ($0.name.value, $0.keys.map(\.value)) }, uniquingKeysWith: +)
    case .file(let name):
      let file = try sideFile(name.value)
      var aliases: [String: [String]] = [:]
      // A name is itself a key of its owner.
      var owners: [String: String] = [:]
      try file.forEachRow(columns: ["key", "name"]) { cells, line throws(RunError) in
        guard !cells[0].isEmpty, !cells[1].isEmpty else {
          throw file.error(line: line, "a key or a name is missing")
        }
        for key in cells {
          if let owner = owners[key], owner != cells[1] {
            throw file.error(line: line, "this key stands under two names; leave one of them")
          }
          owners[key] = cells[1]
        }
        aliases[cells[1], default: []].append(cells[0])
      }
      return aliases
    }
  }
}
