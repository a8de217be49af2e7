package import MessageHistory
package import Templates

/// Renders a table's CSV file through its template.
package struct CSVReport {
  private let cellText: CellText
  private let library: TemplateLibrary
  private let separator: UInt8

  package init(library: TemplateLibrary, clock: LocalClock, separator: UInt8 = 0x2C) {
    self.library = library
    self.separator = separator
    cellText = CellText(clock: clock)
  }

  /// - Throws: `TemplateError` where the template asks for a column that the file does not have.
  package func render(_ table: ReportTable) throws -> [UInt8] {
    let columns = table.columns
    let rows = table.rows.map { row in
      TemplateValue.record(TemplateRecord(zip(columns, row.map(value))))
    }
    return try library.render(
      Self.templateName(table.file), with: TemplateRecord([("rows", .list(rows))]),
      as: .csv(separator: separator))
  }

  /// The fields that the template of a file may use.
  package static func shape(of file: ReportFile) -> TemplateShape {
    let row = Dictionary(
      uniqueKeysWithValues: file.columns.map { ($0, TemplateShape.optional(.text)) })
    return .record(["rows": .list(.record(row))])
  }

  package static func templateName(_ file: ReportFile) -> String { file.fileName }

  private func value(of cell: Cell) -> TemplateValue {
    guard let text = cellText.text(of: cell) else { return .absent }
    switch cell {
    case .text: return .text(text)
    case .blank, .word, .integer, .share, .bound, .seconds, .decimal, .instant, .date, .flag:
      return .number(text)
    }
  }
}
