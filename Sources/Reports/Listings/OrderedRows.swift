import CSystem
import MessageHistory
import ResponseMetrics

/// Rows of both listings in the order of their places, in memory that is used for one part after the
/// other.
struct OrderedRows: ~Copyable {
  private(set) var conversations = OwnedList<PlacedConversation>()
  private(set) var openers = OwnedList<PlacedOpener>()
  /// Employees of the conversations.
  private(set) var employees = OwnedList<UInt32>()
  private var numbers = OwnedList<Numbered>()

  /// Takes other rows in the place of those that are there.
  mutating func take(_ parts: [HeldRows]) {
    conversations.removeAll()
    openers.removeAll()
    employees.removeAll()
    var firstEmployees: [UInt32] = []
    for part in parts {
      firstEmployees.append(UInt32(truncatingIfNeeded: employees.count))
      for employee in part.rows.employees.all { employees.append(employee) }
    }
    Self.sort(parts.map { $0.rows.conversations.all }, by: &numbers, into: &conversations) {
      $0.firstEmployee += firstEmployees[$1]
    }
    Self.sort(parts.map { $0.rows.openers.all }, by: &numbers, into: &openers) { _, _ in }
    // What was sorted were pointers into them.
    withExtendedLifetime(parts) {}
  }

  /// Sorts rows by place.
  ///
  /// Numbers are sorted first, and rows fetched in one go: where each is fetched only when it is
  /// written, the processor waits for memory at each of them.
  private static func sort<Row: ListedRow>(
    _ parts: [UnsafeMutableBufferPointer<Row>], by numbers: inout OwnedList<Numbered>,
    into sorted: inout OwnedList<Row>, _ change: (inout Row, Int) -> Void
  ) {
    numbers.removeAll()
    for (part, rows) in parts.enumerated() {
      for index in rows.indices {
        numbers.append(
          Numbered(
            place: Int64(bitPattern: rows[index].place.number),
            part: UInt32(truncatingIfNeeded: part), index: UInt32(truncatingIfNeeded: index)))
      }
    }
    numbers.all.sortByNumber { $0.place }
    let all = UnsafeBufferPointer(numbers.all)
    for index in all.indices {
      if index &+ lookahead < all.count, let next = row(all[index &+ lookahead], of: parts) {
        csystem_prefetch(next)
        csystem_prefetch(UnsafeRawPointer(next + 1) - 1)
      }
      guard var row = row(all[index], of: parts)?.pointee else { continue }
      change(&row, Int(all[index].part))
      sorted.append(row)
    }
  }

  /// How many rows before it is needed a row is asked for, since they lie in no order.
  private static var lookahead: Int { 12 }

  @inline(__always)
  private static func row<Row>(
    _ number: Numbered, of parts: [UnsafeMutableBufferPointer<Row>]
  ) -> UnsafeMutablePointer<Row>? {
    parts[Int(number.part)].baseAddress.map { $0 + Int(number.index) }
  }
}

/// Which row of which part stands at a place.
struct Numbered: BitwiseCopyable {
  let place: Int64
  let part: UInt32
  let index: UInt32
}
