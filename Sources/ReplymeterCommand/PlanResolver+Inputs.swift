import DelimitedText
import MessageHistory

extension PlanResolver {
  /// How an input is read.
  func inputSettings(of entry: InputList.Entry, reportClock: LocalClock) throws -> InputSettings {
    var settings = InputSettings(clock: reportClock)
    settings.zones = ZoneDirectory { [zones] in try? zones.existingClock(named: $0) }
    guard let index = entry.settings else { return settings }
    let input = configuration.values.inputs[index]
    if let timezone = input.timezone { settings.clock = try clock(of: timezone, key: "timezone") }
    settings.dateOrder = input.dateOrder?.value
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
    for column in input.columns {
      settings.columns[column.column] = column.names.first?.value
    }
    for values in input.values {
      settings.values[values.column] = Dictionary(
        values.replacements.map { ($0.word.value, $0.replacement.value) },
        uniquingKeysWith: { _, last in last })
    }
    return settings
  }

  /// The formats that an input's `format` stands for; none for `auto`.
  private func formats(
    of input: ConfiguredInput
  ) throws(ConfigurationError) -> [VendorFormat] {
    guard let format = input.format, format.value != "auto" else { return [] }
    let formats = VendorFormat.named(format.value)
    guard formats.isEmpty else { return formats }
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
