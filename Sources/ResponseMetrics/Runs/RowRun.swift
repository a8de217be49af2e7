import MessageHistory

/// Sorted rows, in memory or in a temporary file.
enum RowRun<Row: FixedRow>: Sendable {
  case kept([Row])
  /// The bytes of the rows.
  case written(Spool, Range<Int>)

  /// The number of rows.
  var count: Int {
    switch self {
    case .kept(let rows): rows.count
    case .written(_, let bytes): bytes.count / MemoryLayout<Row>.stride
    }
  }

  /// Calls `body` with rows in their order: those in memory where they stand, others many at a time.
  ///
  /// - Parameters:
  ///   - range: which of them; nil for all.
  ///   - body: takes rows.
  /// - Throws: where the run could not be read.
  func forEachBlock(
    in range: Range<Int>? = nil, _ body: (UnsafeBufferPointer<Row>) -> Void
  ) throws(MessageHistoryError) {
    switch self {
    case .kept(let rows):
      rows.withUnsafeBufferPointer { rows in
        body(UnsafeBufferPointer(rebasing: rows[range ?? rows.indices]))
      }
    case .written:
      var reader = RunReader(self, range)
      while try reader.advance() { body(reader.rows) }
    }
  }

  /// The first row that is ordered by a number or a greater one; `count` where there is none.
  func firstIndex(from order: Int64) throws(MessageHistoryError) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if try self.order(of: middle) < order { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func order(of index: Int) throws(MessageHistoryError) -> Int64 {
    if case .kept(let rows) = self { return rows[index].order }
    var reader = RunReader(self, index..<index + 1)
    return try reader.advance() ? reader.rows[0].order : .max
  }
}
