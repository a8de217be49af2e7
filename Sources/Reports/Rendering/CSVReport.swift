import DelimitedText
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
    // The general way turns the templates' commas into another separator.
    if separator == Byte.comma, let bytes = renderByProgram(table) { return bytes }
    return try renderByTemplate(table)
  }

  /// The table by its template's row program; nil where the template is more than that, or where
  /// the table goes beyond a limit, so that the general way has to say so.
  func renderByProgram(_ table: ReportTable) -> [UInt8]? {
    guard
      let program = library.rowProgram(
        Self.templateName(table.file), list: Self.rowsName, columns: table.columns),
      table.rows.count <= program.limits.turns,
      table.rows.allSatisfy({ $0.count == table.columns.count })
    else { return nil }
    var bytes: [UInt8] = []
    bytes += program.literals[program.head]
    for row in table.rows {
      guard bytes.count <= program.limits.bytes else { return nil }
      for step in program.row {
        switch step {
        case .literal(let range): bytes.append(contentsOf: program.literals[range])
        case .field(let index, let isEscaped):
          append(row[index], isEscaped: isEscaped, to: &bytes)
        }
      }
    }
    guard bytes.count <= program.limits.bytes else { return nil }
    bytes += program.literals[program.tail]
    return bytes
  }

  private func append(_ cell: Cell, isEscaped: Bool, to bytes: inout [UInt8]) {
    switch cell {
    case .text(var text) where isEscaped:
      text.withUTF8 { bytes.appendField($0, separator: separator, isGuarded: true) }
    case .word(var text) where isEscaped:
      text.withUTF8 { bytes.appendField($0, separator: separator, isGuarded: false) }
    // Digits, signs, points and colons: with a comma between cells, nothing to quote.
    case .blank, .word, .text, .integer, .share, .bound, .seconds, .decimal, .instant, .date,
      .flag:
      cellText.append(cell, to: &bytes)
    }
  }

  /// The table by its template, whatever that has in it.
  func renderByTemplate(_ table: ReportTable) throws -> [UInt8] {
    let columns = table.columns
    let rows = table.rows.map { row in
      TemplateValue.record(TemplateRecord(zip(columns, row.map(value))))
    }
    return try library.render(
      Self.templateName(table.file), with: TemplateRecord([(Self.rowsName, .list(rows))]),
      as: .csv(separator: separator))
  }

  /// The fields that the template of a file may use.
  package static func shape(of file: ReportFile) -> TemplateShape {
    let row = Dictionary(
      uniqueKeysWithValues: file.columns.map { ($0, TemplateShape.optional(.text)) })
    return .record([rowsName: .list(.record(row))])
  }

  /// The name of the list that a template goes through.
  private static let rowsName = "rows"

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
