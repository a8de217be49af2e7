import MessageHistory

/// Puts the rows of one bucket after the other in order, in memory that is used again.
struct BucketSorter<Row: FixedRow>: ~Copyable {
  private var room = OwnedMemory<Row>(capacity: 0)
  private var otherRoom = OwnedMemory<Row>(capacity: 0)
  /// Rows that lie nowhere else in memory.
  private var gathered = OwnedMemory<Row>(capacity: 0)

  /// How many rows are put in order at once, at most.
  private let mostRows: Int
  /// Fewer are sorted by comparing, which takes no tables of digits.
  private static var fewRows: Int { 64 }

  /// - Parameter mostRows: how many rows are put in order at once, at most; the sorter holds so many up
  ///   to three times.
  init(mostRows: Int) {
    self.mostRows = mostRows
  }

  /// Calls `body` with rows in their order.
  ///
  /// - Returns: false, and nothing is done, where there are too many.
  mutating func handOut(
    _ pieces: [UnsafeMutableBufferPointer<Row>], _ body: (UnsafeBufferPointer<Row>) -> Void
  ) -> Bool {
    let count = pieces.reduce(0) { $0 + $1.count }
    guard count <= mostRows else { return false }
    let pieces = pieces.map { UnsafeBufferPointer($0) }
    if let sorted = sorted(pieces, count) {
      body(UnsafeBufferPointer(start: sorted, count: count))
    } else {
      for piece in pieces { body(piece) }
    }
    return true
  }

  /// Puts rows in order where they lie, one piece after the other.
  ///
  /// - Returns: false, and nothing is done, where there are too many.
  mutating func sortInPlace(_ pieces: [UnsafeMutableBufferPointer<Row>]) -> Bool {
    let count = pieces.reduce(0) { $0 + $1.count }
    guard count <= mostRows else { return false }
    guard let sorted = sorted(pieces.map { UnsafeBufferPointer($0) }, count) else { return true }
    var next = sorted
    for piece in pieces {
      piece.baseAddress?.update(from: next, count: piece.count)
      next += piece.count
    }
    return true
  }

  // MARK: Handing out

  /// Calls `body` with rows in their order, however many there are and wherever they lie.
  ///
  /// - Parameters:
  ///   - count: how many there are.
  ///   - forEach: calls its argument with all rows, which are as many, many at a time, in no order;
  ///     once, or more often where there are too many.
  ///   - body: takes rows.
  /// - Throws: what `forEach` throws.
  mutating func handOut(
    _ count: Int, _ forEach: Pass, _ body: (UnsafeBufferPointer<Row>) -> Void
  ) throws(MessageHistoryError) {
    guard count <= mostRows else { return try handOut(in: .min ... .max, forEach, body) }
    gathered.reserve(count, keeping: 0)
    var next = gathered.base
    try forEach { rows in
      guard let first = rows.baseAddress else { return }
      assert(next - gathered.base + rows.count <= count, "there are more rows than were announced")
      next.initialize(from: first, count: rows.count)
      next += rows.count
    }
    handOutGathered(count, body)
  }

  typealias Pass = ((UnsafeBufferPointer<Row>) -> Void) throws(MessageHistoryError) -> Void

  /// The same with the rows of some orders, which are parted until few enough are of a part.
  private mutating func handOut(
    in orders: ClosedRange<Int64>, _ forEach: Pass, _ body: (UnsafeBufferPointer<Row>) -> Void
  ) throws(MessageHistoryError) {
    gathered.reserve(mostRows, keeping: 0)
    var (count, least, greatest) = (0, Int64.max, Int64.min)
    try forEach { [mostRows, room = gathered.base] rows in
      for row in rows where orders.contains(row.order) {
        if count < mostRows { (room + count).initialize(to: row) }
        count += 1
        least = min(least, row.order)
        greatest = max(greatest, row.order)
      }
    }
    guard count > mostRows else { return handOutGathered(count, body) }
    guard least < greatest else { return try handOutEqual(to: least, forEach, body) }
    // Where orders are many, a part fits that has twice its share.
    let step = (greatest - least) / Int64(2 * count / mostRows) + 1
    for start in stride(from: least, through: greatest, by: Int(step)) {
      let end = greatest - start < step ? greatest : start + (step - 1)
      try handOut(in: start...end, forEach, body)
    }
  }

  private mutating func handOutGathered(
    _ count: Int, _ body: (UnsafeBufferPointer<Row>) -> Void
  ) {
    guard count > 0 else { return }
    let all = UnsafeBufferPointer(start: UnsafePointer(gathered.base), count: count)
    body(sorted([all], count).map { UnsafeBufferPointer(start: $0, count: count) } ?? all)
  }

  /// Hands out rows of one order where they lie.
  private func handOutEqual(
    to order: Int64, _ forEach: Pass, _ body: (UnsafeBufferPointer<Row>) -> Void
  ) throws(MessageHistoryError) {
    try withoutActuallyEscaping(body) { body throws(MessageHistoryError) in
      try forEach { rows in
        for row in rows where row.order == order {
          withUnsafePointer(to: row) { body(UnsafeBufferPointer(start: $0, count: 1)) }
        }
      }
    }
  }

  // MARK: Sorting

  /// The rows in order in the sorter's memory; nil where they are so where they lie.
  private mutating func sorted(
    _ pieces: [UnsafeBufferPointer<Row>], _ count: Int
  ) -> UnsafeMutablePointer<Row>? {
    guard count > 1 else { return nil }
    room.reserve(count, keeping: 0)
    guard count > Self.fewRows else { return sortedByComparing(pieces) }
    let digits = DigitPlan(pieces) { $0.order }
    guard digits.passes > 0 else { return nil }
    otherRoom.reserve(digits.passes > 1 ? count : 0, keeping: 0)
    return digits.sorted(pieces, into: room.base, beside: otherRoom.base) { $0.order }
  }

  private func sortedByComparing(
    _ pieces: [UnsafeBufferPointer<Row>]
  ) -> UnsafeMutablePointer<Row> {
    var count = 0
    for piece in pieces {
      for row in piece {
        var place = count
        while place > 0, room.base[place - 1].order > row.order {
          room.base[place] = room.base[place - 1]
          place -= 1
        }
        room.base[place] = row
        count += 1
      }
    }
    return room.base
  }
}
