/// What takes a listing's rows: a file, or a table for report.json.
protocol RowSink {
  /// Takes text of an input.
  mutating func text(_ bytes: some Collection<UInt8>)
  mutating func cell(_ cell: Cell)
  mutating func endRecord() throws
}

/// Collects a short listing as a table.
struct TableSink: RowSink {
  private(set) var rows: [[Cell]] = []
  private var row: [Cell] = []

  mutating func text(_ bytes: some Collection<UInt8>) { row.append(.text(bytes: bytes)) }

  mutating func cell(_ cell: Cell) { row.append(cell) }

  mutating func endRecord() {
    rows.append(row)
    row = []
  }
}
