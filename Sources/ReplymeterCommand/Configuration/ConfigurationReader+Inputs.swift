import DelimitedText
import MessageHistory

extension ConfigurationReader {
  private enum InputKey: String, CaseIterable {
    case path, format, timezone
    case dateOrder = "date_order"
    case encoding, separator, quote, escape, header
    case skipLines = "skip_lines"
    case columns, values, own
  }

  mutating func inputs(_ field: ConfigurationField) -> [ConfiguredInput] {
    (items(of: field) ?? []).compactMap { input($0) }
  }

  private mutating func input(_ field: ConfigurationField) -> ConfiguredInput? {
    guard let entries = entries(of: field, as: InputKey.self) else { return nil }
    var path: Located<String>?
    var input = ConfiguredInput(path: Located("", at: field.node.place))
    for (key, field) in entries {
      switch key {
      case .path: path = text(of: field)
      case .format: input.format = text(of: field)
      case .timezone: input.timezone = text(of: field)
      case .dateOrder: input.dateOrder = choice(of: field)
      case .encoding:
        input.encoding = value(of: field, expected: .encoding) { TextEncoding(name: $0) }
      case .separator: input.separator = separator(field)
      case .quote: input.quote = quote(field)
      case .escape: input.escape = choice(of: field)
      case .header: input.header = flag(of: field)
      case .skipLines: input.skippedLines = wholeNumber(of: field, in: 0...1_000_000)
      case .columns: input.columns = columns(field)
      case .values: input.values = columnValues(field)
      case .own: input.own = cells(of: field) ?? []
      }
    }
    if !entries.contains(where: { $0.key == .path }) {
      note(.missingKey(name: InputKey.path.rawValue), in: field)
    }
    guard let path else { return nil }
    input.path = path
    return input
  }

  private mutating func separator(_ field: ConfigurationField) -> Located<UInt8>? {
    value(of: field, expected: .separator) { text in
      // Plain and single-quoted YAML has no way to write a tab, and in many editors none is seen.
      if text == "tab" || text == "\\t" { return UInt8(ascii: "\t") }
      return Self.punctuation(text).flatMap { isQuote($0) ? nil : $0 }
    }
  }

  private mutating func quote(_ field: ConfigurationField) -> Located<ConfiguredInput.Quote>? {
    value(of: field, expected: .quote) { text in
      if text == "none" { return ConfiguredInput.Quote.none }
      return Self.punctuation(text).map { .byte($0) }
    }
  }

  /// The byte of a text of one ASCII character that is no letter, digit, control or line end.
  private static func punctuation(_ text: String) -> UInt8? {
    guard text.utf8.count == 1, let byte = text.utf8.first else { return nil }
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      return nil
    case UInt8(ascii: "\t"), 0x20...0x7E:
      return byte
    default:
      return nil
    }
  }

  private mutating func columns(_ field: ConfigurationField) -> [ConfiguredColumn] {
    (entries(of: field, as: Column.self) ?? []).compactMap { column, field in
      columnNames(field).map { ConfiguredColumn(column: column, names: $0) }
    }
  }

  /// One name, or a list of at least one.
  private mutating func columnNames(_ field: ConfigurationField) -> [Located<String>]? {
    switch field.node.content {
    case .list([]):
      note(.unacceptable(found: nil, expected: .anything), in: field)
      return nil
    case .list:
      return items(of: field)?.compactMap { text(of: $0) }
    case .text, .nothing, .mapping:
      return text(of: field, expected: .textOrList).map { [$0] }
    }
  }

  private mutating func columnValues(_ field: ConfigurationField) -> [ConfiguredColumnValues] {
    (entries(of: field, as: Column.self) ?? []).compactMap { column, field in
      guard let pairs = pairs(of: field) else { return nil }
      let replacements = pairs.compactMap { word, field in
        replacement(field, in: column).map { ConfiguredReplacement(word: word, replacement: $0) }
      }
      return ConfiguredColumnValues(column: column, replacements: replacements)
    }
  }

  private mutating func replacement(
    _ field: ConfigurationField, in column: Column
  ) -> Located<String>? {
    guard let words = column.canonicalWords else { return anyText(of: field) }
    return value(of: field, expected: .oneOf(words)) { text in
      words.contains(text) || text.isEmpty && column != .direction ? text : nil
    }
  }
}

private func isQuote(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
}

extension Column {
  /// The only words that the column's cells can mean; nothing where any text is possible.
  fileprivate var canonicalWords: [String]? {
    switch self {
    case .direction:
      ["inbound", "outbound"]
    case .status:
      ["open", "pending", "done", "spam"]
    case .kind:
      [
        "human", "automated", "bot", "instant_reply", "away_message", "workflow", "broadcast",
        "note", "closed", "reopened", "opened", "assigned", "unassigned", "snoozed", "unsnoozed",
        "rated", "tagged", "event",
      ]
    case .conversationID, .timestamp, .messageID, .page, .channel, .senderID, .senderName,
      .employeeID, .employeeName, .contactID, .contactName, .assignee, .tag, .rating, .text:
      nil
    }
  }
}
