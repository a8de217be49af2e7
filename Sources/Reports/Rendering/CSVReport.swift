import DelimitedText
package import MessageHistory
package import Templates

/// Renders a table's CSV file through its template.
package struct CSVReport {
  private let cellText: CellText
  private let library: TemplateLibrary
  let separator: UInt8

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

  /// Renders a file whose rows are made one by one, so that they never lie in memory all at once.
  ///
  /// - Throws: as `render`.
  package func render(
    _ file: ReportFile, rows: some RandomAccessCollection<[Cell]>
  ) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var next = rows.makeIterator()
    var cells: [Cell] = []
    var current = -1
    try write(file, count: rows.count) {
      bytes += $0
    } rows: {
      Array(rows)
    } cell: { row, column, isEscaped, bytes in
      // Rows are asked for in their order.
      while current < row, let made = next.next() {
        cells = made
        current += 1
      }
      append(cells[column], isEscaped: isEscaped, to: &bytes)
    }
    return bytes
  }

  /// Hands a file to `write` in pieces, so that a long one never lies in memory as a whole.
  ///
  /// - Parameters:
  ///   - file: whose template is used; where that is more than a table the file is made in one piece.
  ///   - count: the number of rows.
  ///   - write: takes the pieces.
  ///   - rows: all of them, each with a cell for each column, for such a file.
  ///   - cell: appends a cell, by row and column, as `append(_:isEscaped:to:)` does.
  /// - Throws: as `render`, and what `write` throws.
  func write(
    _ file: ReportFile, count: Int, to write: (borrowing [UInt8]) throws -> Void,
    rows: () -> [[Cell]], cell: AppendedCell
  ) throws {
    var size = 0
    let isWritten = try writeByProgram(file, count: count, cell: cell) { piece in
      size += piece.count
      try write(piece)
    }
    guard !isWritten else { return }
    let bytes = try render(ReportTable(file, rows: rows()))
    // What a limit cut off goes on where it ended, if the general way knows no such limit.
    try write(Array(bytes.dropFirst(size)))
  }

  /// Appends a cell, by row and column.
  typealias AppendedCell = (
    _ row: Int, _ column: Int, _ isEscaped: Bool, _ bytes: inout [UInt8]
  ) -> Void

  /// The table by its template's row program; nil where the template is more than that, or where
  /// the table goes beyond a limit, so that the general way has to say so.
  func renderByProgram(_ table: ReportTable) -> [UInt8]? {
    guard table.rows.allSatisfy({ $0.count == table.columns.count }) else { return nil }
    var bytes: [UInt8] = []
    let isWritten = writeByProgram(table.file, count: table.rows.count) {
      append(table.rows[$0][$1], isEscaped: $2, to: &$3)
    } to: {
      bytes += $0
    }
    return isWritten ? bytes : nil
  }

  /// Hands what the template's row program makes to `write` in pieces.
  ///
  /// - Returns: false where the template is more than that, or where the table goes beyond a limit.
  private func writeByProgram<Failure: Error>(
    _ file: ReportFile, count: Int, cell: AppendedCell,
    to write: (borrowing [UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    // The general way turns the templates' commas into another separator.
    guard separator == Byte.comma,
      let program = library.rowProgram(
        Self.templateName(file), list: Self.rowsName, columns: file.columns),
      count <= program.limits.turns
    else { return false }
    var written = 0
    var piece: [UInt8] = []
    piece.reserveCapacity(Self.pieceSize + Self.pieceSize / 4)
    piece += program.literals[program.head]
    for row in 0..<count {
      guard written + piece.count <= program.limits.bytes else { return false }
      if piece.count >= Self.pieceSize {
        written += piece.count
        try write(piece)
        piece.removeAll(keepingCapacity: true)
      }
      // Arrays lent once a row rather than looked at for each cell: rows may be a million.
      program.row.withUnsafeBufferPointer { steps in
        program.literals.withUnsafeBufferPointer { literals in
          for step in steps {
            switch step {
            case .literal(let range):
              piece.append(contentsOf: UnsafeBufferPointer(rebasing: literals[range]))
            case .field(let index, let isEscaped): cell(row, index, isEscaped, &piece)
            }
          }
        }
      }
    }
    guard written + piece.count <= program.limits.bytes else { return false }
    piece += program.literals[program.tail]
    try write(piece)
    return true
  }

  private static let pieceSize = 256 << 10

  /// Appends a cell as a row program shows it.
  func append(_ cell: Cell, isEscaped: Bool, to bytes: inout [UInt8]) {
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
    let isAppended: Void? = text.utf8.withContiguousStorageIfAvailable {
      bytes.appendField($0, separator: separator, isGuarded: isGuarded)
    }
    if isAppended == nil {
      Array(text.utf8).withUnsafeBufferPointer {
        bytes.appendField($0, separator: separator, isGuarded: isGuarded)
      }
    }
  }

  /// The table by its template, whatever that has in it.
  func renderByTemplate(_ table: ReportTable) throws -> [UInt8] {
    let names = TemplateFieldNames(table.columns)
    let rows = table.rows.map { row in
      TemplateValue.record(TemplateRecord(names: names, values: row.map(value)))
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
