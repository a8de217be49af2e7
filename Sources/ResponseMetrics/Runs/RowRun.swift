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
    var reader = RunReader(self, index..<index + 1)
    return try reader.advance() ? reader.rows[0].order : .max
  }
}
