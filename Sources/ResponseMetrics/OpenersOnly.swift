/// Lets the openers of the period among all rows pass a breakdown, and nothing else.
///
/// Nearly every other row is one, in no order that a processor could foresee: rows are copied without
/// asking, which is cheaper than being wrong about every fourth of them.
struct OpenersOnly<Breakdown: WaitBreakdown & ~Copyable>: WaitBreakdown, ~Copyable {
  var breakdown: Breakdown
  private let room: OpenerRoom

  init(_ breakdown: consuming Breakdown) {
    self.breakdown = breakdown
    room = OpenerRoom()
  }

  mutating func count(_ rows: UnsafeBufferPointer<WaitRow>) {
    var rest = rows
    while !rest.isEmpty { breakdown.count(room.takeOpeners(from: &rest)) }
  }

  mutating func beginOrder() { breakdown.beginOrder() }

  mutating func note(_ rows: UnsafeBufferPointer<WaitRow>) {
    var rest = rows
    while !rest.isEmpty { breakdown.note(room.takeOpeners(from: &rest)) }
  }

  mutating func reachThreshold() { breakdown.reachThreshold() }
}

/// Where openers lie beside each other while they pass.
private struct OpenerRoom: ~Copyable {
  private let rows: UnsafeMutablePointer<WaitRow>
  private static let capacity = 2_048

  init() {
    rows = .allocate(capacity: Self.capacity)
  }

  deinit { rows.deallocate() }

  /// The openers among the first of some rows, which are taken from them.
  func takeOpeners(from rest: inout UnsafeBufferPointer<WaitRow>) -> UnsafeBufferPointer<WaitRow> {
    let taken = min(rest.count, Self.capacity)
    var count = 0
    for index in 0..<taken {
      rows[count] = rest[index]
      count &+= rest[index].kind.flag(.opener)
    }
    rest = UnsafeBufferPointer(rebasing: rest[taken...])
    return UnsafeBufferPointer(start: rows, count: count)
  }
}
