/// A record with its cells as text and its place: for files that are small.
package struct Row: Hashable, Sendable {
  package var position: TextPosition
  /// The cells, U+FFFD for what is no UTF-8.
  package var cells: [String]

  package init(position: TextPosition, cells: [String]) {
    self.position = position
    self.cells = cells
  }

  /// A cell; empty past the last one.
  package subscript(cell: Int) -> String {
    cells.indices.contains(cell) ? cells[cell] : ""
  }
}

extension RecordReader {
  /// All rows that are left, without blank ones.
  package mutating func rows() throws -> [Row] {
    var rows: [Row] = []
    let lineEnd = dialect.lineEnd
    while let batch = try nextBatch({ Self.rows(in: $0, from: $1, lineEnd: lineEnd) }) {
      rows += batch
    }
    return rows
  }

  private static func rows(
    in batch: RecordBatch, from position: TextPosition, lineEnd: Dialect.LineEnd
  ) -> [Row] {
    let starts = batch.map(\.start)
    let lines = LineCounter(line: position.line, lineEnd: lineEnd)
      .lines(ofAscending: starts, in: batch.bytes)
    var scratch = ByteScratch()
    var rows: [Row] = []
    for (number, record) in batch.enumerated() where !record.isBlank {
      scratch.reset()
      let place = TextPosition(
        line: lines[number], record: position.record + number,
        byte: position.byte + record.start)
      var cells: [String] = []
      for field in 0..<record.fieldCount {
        cells.append(String(decoding: record.cell(field, scratch: &scratch), as: UTF8.self))
      }
      rows.append(Row(position: place, cells: cells))
    }
    return rows
  }
}
