import DelimitedText
package import MessageHistory
package import Templates

/// Renders a table's CSV file through its template.
package struct CSVReport {
  private let cellText: CellText
  private let library: TemplateLibrary
  private let separator: UInt8
  private let clock: LocalClock

  package init(library: TemplateLibrary, clock: LocalClock, separator: UInt8 = 0x2C) {
    self.library = library
    self.separator = separator
    self.clock = clock
    cellText = CellText(clock: clock)
  }

  /// - Throws: `TemplateError` where the template asks for a column that the file does not have.
  ///
  /// Templates hold the commas themselves, so with another separator the table is written without
  /// them.
  package func render(_ table: ReportTable) throws -> [UInt8] {
    guard separator == Byte.comma else { return try write(table) }
    let columns = table.columns
    let rows = table.rows.map { row in
      TemplateValue.record(TemplateRecord(zip(columns, row.map(value))))
    }
    return try library.render(
      Self.templateName(table.file), with: TemplateRecord([("rows", .list(rows))]),
      as: .csv(separator: separator))
  }

  private func write(_ table: ReportTable) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var writer = CellWriter(
      file: table.file, style: ListingStyle(clock: clock, separator: separator)
    ) { bytes += $0 }
    for row in table.rows {
      for cell in row { writer.cell(cell) }
      try writer.endRecord()
    }
    try writer.flush()
    return bytes
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
