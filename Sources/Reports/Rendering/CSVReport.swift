import DelimitedText
package import MessageHistory
package import Templates

/// Renders a table's CSV file through its template.
package struct CSVReport {
  private let cellText: CellText
  private let library: TemplateLibrary
  private let style: ListingStyle

  package init(library: TemplateLibrary, clock: LocalClock, separator: UInt8 = 0x2C) {
    self.library = library
    style = ListingStyle(clock: clock, separator: separator)
    cellText = CellText(clock: clock)
  }

  /// Takes a piece of a file, which is valid during the call.
  package typealias Write = (UnsafeRawBufferPointer) throws -> Void

  // MARK: Files

  /// - Throws: `TemplateError` where the template asks for a column that the file does not have.
  package func render(_ table: ReportTable) throws -> [UInt8] {
    guard table.rows.allSatisfy({ $0.count == table.columns.count }) else {
      return try renderByTemplate(table)
    }
    return try rendered(table)
  }

  /// Renders employees.csv.
  ///
  /// - Throws: as for a table.
  package func render(_ employees: EmployeeRows) throws -> [UInt8] {
    try rendered(employees)
  }

  /// Hands waiting.csv to `write` in pieces.
  ///
  /// - Throws: as `render`, and what `write` throws.
  package func write(_ waiting: WaitingList, to write: Write) throws {
    try self.write(waiting.rows, to: write)
  }

  private func rendered(_ rows: some FileRows) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try write(rows) { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Hands a file to `write` in pieces, so that a long one never lies in memory as a whole; where its
  /// template is more than a table, it is made in one piece.
  private func write(_ rows: some FileRows, to write: Write) throws {
    var size = 0
    let isWritten = try writeByProgram(rows) { piece in
      size += piece.count
      try write(piece)
    }
    guard !isWritten else { return }
    let bytes = try renderByTemplate(rows.table)
    // What a limit cut off goes on where it ended, if the general way knows no such limit.
    try bytes.withUnsafeBytes { try write(UnsafeRawBufferPointer(rebasing: $0.dropFirst(size))) }
  }

  // MARK: By row program

  /// Hands what the template's row program makes to `write` in pieces.
  ///
  /// - Returns: false where the template is more than that, or where the table goes beyond a limit.
  func writeByProgram<Failure: Error>(
    _ rows: some FileRows, to write: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    // The general way turns the templates' commas into another separator.
    guard style.separator == Byte.comma,
      let program = library.rowProgram(
        Self.templateName(rows.file), list: Self.rowsName, columns: rows.file.columns),
      rows.count <= program.limits.turns
    else { return false }
    let isRecord = program.isRecord(ofColumns: rows.file.columns.count, separator: Byte.comma)
    var piece = LineSink(style: style)
    piece.lines(program.literals[program.head])
    var written = 0
    let hand = { (bytes: UnsafeRawBufferPointer) throws(Failure) in
      written += bytes.count
      try write(bytes)
    }
    for start in stride(from: 0, to: rows.count, by: Self.stretch) {
      let stretch = start..<min(start + Self.stretch, rows.count)
      if isRecord {
        rows.write(stretch, to: &piece)
      } else {
        piece.lines(lines(of: rows.cells(stretch), by: program))
      }
      guard written + piece.bytes.count <= program.limits.bytes else { return false }
      try piece.handOutPiece(to: hand)
    }
    piece.lines(program.literals[program.tail])
    try write(piece.bytes)
    return true
  }

  /// Rows that are written between two looks at what they come to.
  private static let stretch = 256

  /// What a program makes of rows, whatever it shows of them.
  private func lines(of rows: [[Cell]], by program: RowProgram) -> [UInt8] {
    var bytes: [UInt8] = []
    for row in rows {
      for step in program.row {
        switch step {
        case .literal(let range): bytes += program.literals[range]
        case .field(let index, let isEscaped):
          append(row[index], isEscaped: isEscaped, to: &bytes)
        }
      }
    }
    return bytes
  }

  /// Appends a cell as a row program shows it.
  private func append(_ cell: Cell, isEscaped: Bool, to bytes: inout [UInt8]) {
    switch cell {
    case .text(let text) where isEscaped: append(text, isGuarded: true, to: &bytes)
    case .word(let text) where isEscaped: append(text, isGuarded: false, to: &bytes)
    // Digits, signs, points and colons: with a comma between cells, nothing to quote.
    case .blank, .word, .text, .integer, .share, .bound, .seconds, .decimal, .instant, .date,
      .flag:
      cellText.append(cell, to: &bytes)
    }
  }

  private func append(_ text: String, isGuarded: Bool, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 {
      bytes.appendField($0, separator: style.separator, isGuarded: isGuarded)
    }
  }

  // MARK: By template

  /// The table by its template, whatever that has in it.
  func renderByTemplate(_ table: ReportTable) throws -> [UInt8] {
    let names = TemplateFieldNames(table.columns)
    let rows = table.rows.map { row in
      TemplateValue.record(TemplateRecord(names: names, values: row.map(value)))
    }
    return try library.render(
      Self.templateName(table.file), with: TemplateRecord([(Self.rowsName, .list(rows))]),
      as: .csv(separator: style.separator))
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
