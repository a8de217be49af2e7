/// Picks the openers of the period out of rows.
///
/// Nearly every other row is one, in no order that a processor could foresee: rows are copied without
/// asking, which is cheaper than being wrong about every fourth of them.
struct OpenerRows: ~Copyable {
  private let room: UnsafeMutablePointer<WaitRow>
  private static let capacity = 2_048

  init() {
    room = .allocate(capacity: Self.capacity)
  }

  deinit { room.deallocate() }

  /// Calls `body` with the openers among rows, in their order, some at a time.
  @inline(__always)
  func forEachBlock(
    of rows: UnsafeBufferPointer<WaitRow>, _ body: (UnsafeBufferPointer<WaitRow>) -> Void
  ) {
    var start = 0
    while start < rows.count {
      let end = min(start &+ Self.capacity, rows.count)
      var count = 0
      for index in start..<end {
        room[count] = rows[index]
        count &+= rows[index].kind.flag(.opener)
      }
      body(UnsafeBufferPointer(start: room, count: count))
      start = end
    }
  }
}
