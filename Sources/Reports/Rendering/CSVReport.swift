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
    if let bytes = renderByProgram(table) { return bytes }
    return try renderByTemplate(table)
  }

  /// Hands a file to `write` in pieces, so that a long one never lies in memory as a whole.
  ///
  /// - Parameters:
  ///   - file: whose template is used; where that is more than a table the file is made in one piece.
  ///   - rows: each with a cell for each column.
  ///   - write: takes the pieces.
  /// - Throws: as `render`, and what `write` throws.
  package func write(
    _ file: ReportFile, rows: some Collection<[Cell]>,
    to write: (borrowing [UInt8]) throws -> Void
  ) throws {
    var size = 0
    let isWritten = try writeByProgram(file, rows: rows) { piece in
      size += piece.count
      try write(piece)
    }
    guard !isWritten else { return }
    let bytes = try render(ReportTable(file, rows: Array(rows)))
    // What a limit cut off goes on where it ended, if the general way knows no such limit.
    try write(Array(bytes.dropFirst(size)))
  }

  /// The table by its template's row program; nil where the template is more than that, or where
  /// the table goes beyond a limit, so that the general way has to say so.
  func renderByProgram(_ table: ReportTable) -> [UInt8]? {
    guard table.rows.allSatisfy({ $0.count == table.columns.count }) else { return nil }
    var bytes: [UInt8] = []
    return writeByProgram(table.file, rows: table.rows) { bytes += $0 } ? bytes : nil
  }

  /// Hands what the template's row program makes to `write` in pieces.
  ///
  /// - Returns: false where the template is more than that, or where the table goes beyond a limit.
  private func writeByProgram(
    _ file: ReportFile, rows: some Collection<[Cell]>,
    to write: (borrowing [UInt8]) throws -> Void
  ) rethrows -> Bool {
    // The general way turns the templates' commas into another separator.
    guard separator == Byte.comma,
      let program = library.rowProgram(
        Self.templateName(file), list: Self.rowsName, columns: file.columns),
      rows.count <= program.limits.turns
    else { return false }
    var written = 0
    var piece: [UInt8] = []
    piece += program.literals[program.head]
    for row in rows {
      guard written + piece.count <= program.limits.bytes else { return false }
      if piece.count >= Self.pieceSize {
        written += piece.count
        try write(piece)
        piece.removeAll(keepingCapacity: true)
      }
      for step in program.row {
        switch step {
        case .literal(let range): piece.append(contentsOf: program.literals[range])
        case .field(let index, let isEscaped):
          append(row[index], isEscaped: isEscaped, to: &piece)
        }
      }
    }
    guard written + piece.count <= program.limits.bytes else { return false }
    piece += program.literals[program.tail]
    try write(piece)
    return true
  }

  private static let pieceSize = 256 << 10

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
