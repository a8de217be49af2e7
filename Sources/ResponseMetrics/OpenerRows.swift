/// The openers of the period among some rows.
///
/// Nearly every other row is one, in no order that a processor could foresee: indexes are written for
/// all rows, and stay for openers alone, which is cheaper than being wrong about every fourth row.
struct OpenerRows {
  private let rows: UnsafePointer<WaitRow>
  private let indexes: UnsafePointer<UInt32>
  let count: Int

  private static var mostRows: Int { 2_048 }

  /// Calls `body` with the openers among rows, some hundred at a time, in the order of the rows.
  @inline(__always)
  static func forEachBlock(
    in rows: UnsafeBufferPointer<WaitRow>, _ body: (OpenerRows) -> Void
  ) {
    guard let start = rows.baseAddress else { return }
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: min(rows.count, mostRows)) { room in
      guard let indexes = room.baseAddress else { return }
      var passed = 0
      while passed < rows.count {
        let taken = min(rows.count &- passed, room.count)
        body(OpenerRows(in: start + passed, taken, indexes))
        passed &+= taken
      }
    }
  }

  @inline(__always)
  private init(
    in rows: UnsafePointer<WaitRow>, _ rowCount: Int, _ indexes: UnsafeMutablePointer<UInt32>
  ) {
    var count = 0
    for index in 0..<rowCount {
      indexes[count] = UInt32(truncatingIfNeeded: index)
      count &+= rows[index].kind.flag(.opener)
    }
    self.rows = rows
    self.indexes = UnsafePointer(indexes)
    self.count = count
  }

  /// An opener by its index among them.
  @inline(__always)
  subscript(index: Int) -> WaitRow { rows[Int(indexes[index])] }
}
