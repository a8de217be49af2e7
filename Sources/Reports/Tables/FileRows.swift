/// The rows of a file that are made when they are asked for, so that they need not lie in memory all
/// at once.
protocol FileRows {
  var file: ReportFile { get }
  var count: Int { get }
  /// Writes a stretch of rows, each with a cell for each column of the file.
  func write(_ rows: Range<Int>, to sink: inout (some RowSink & ~Copyable))
}

extension FileRows {
  /// A stretch of rows as cells.
  func cells(_ rows: Range<Int>) -> [[Cell]] {
    var sink = TableSink()
    write(rows, to: &sink)
    return sink.rows
  }

  /// All rows at once.
  package var table: ReportTable { ReportTable(file, rows: cells(0..<count)) }
}

extension ReportTable: FileRows {
  var count: Int { rows.count }

  func write(_ rows: Range<Int>, to sink: inout (some RowSink & ~Copyable)) {
    for row in rows {
      // Lent, so that no cell is copied on its way.
      self.rows[row].withUnsafeBufferPointer { cells in
        for index in cells.indices { sink.cell(cells[index]) }
      }
      sink.endRecord()
    }
  }
}
