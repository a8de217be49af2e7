/// Lines under labels of one width, for a terminal.
struct LabelledLines {
  private(set) var lines: [String] = []

  private static let indent = "  "
  private static let labelWidth = 12

  /// Adds lines of which the first bears the label.
  mutating func add(_ label: String, _ texts: [String]) {
    for (index, text) in texts.enumerated() {
      lines.append(Self.indent + (index == 0 ? label : "").padded(to: Self.labelWidth) + text)
    }
  }

  /// Rows of cells as lines whose cells stand under one another, two spaces apart.
  static func aligned(_ rows: [[String]]) -> [String] {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      row.enumerated()
        .map { $0.offset == row.count - 1 ? $0.element : $0.element.padded(to: widths[$0.offset]) }
        .joined(separator: "  ")
    }
  }
}

extension String {
  /// With spaces behind it up to a number of characters.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}

/// `1 row`, `2 rows`.
func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(count) " + (count == 1 ? noun : plural ?? noun + "s")
}

/// A text of an input in double quotes: on one line and cut, so that nothing can steer a terminal.
func quotedText(_ text: some Sequence<UInt8>, atMost limit: Int = 40) -> String {
  let line = TerminalText.oneLine(text)
  return "\"" + (line.count > limit ? line.prefix(limit) + "…" : line) + "\""
}
