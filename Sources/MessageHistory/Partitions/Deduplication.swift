/// How many rows were left out because another says the same.
package struct DuplicateCounts: Sendable, Equatable {
  /// Rows whose message id another row of the conversation has too.
  package var withID = 0
  /// Rows without an id that another file has as well.
  package var wholeRow = 0

  package init() {}

  package static func += (sum: inout DuplicateCounts, other: DuplicateCounts) {
    sum.withID += other.withID
    sum.wholeRow += other.wholeRow
  }
}

/// Leaves of the rows of a conversation one for each message.
///
/// Rows with the same message id are one message: the one read last wins, whole. Rows without an
/// id are compared whole; of each distinct row as many are left as the file has that has it most
/// often. Source: metrics.md, section 2.
struct Deduplication {
  private let inputs: PreparedInputs
  private(set) var counts = DuplicateCounts()
  private var order: [Int32] = []
  private var isDropped: [Bool] = []

  /// - Parameter inputs: those that the rows are of.
  init(inputs: PreparedInputs) {
    self.inputs = inputs
  }

  /// Moves the rows that stay to the front, in their order.
  ///
  /// - Parameter rows: the rows of one conversation.
  /// - Returns: how many stay.
  mutating func removeDuplicates(_ rows: UnsafeMutableBufferPointer<MessageRecord>) -> Int {
    guard rows.count > 1 else { return rows.count }
    order.removeAll(keepingCapacity: true)
    order.append(contentsOf: (0..<rows.count).map(Int32.init))
    order.sort { left, right in
      Self.precedes(rows[Int(left)], rows[Int(right)])
    }
    isDropped.removeAll(keepingCapacity: true)
    isDropped.append(contentsOf: repeatElement(false, count: rows.count))
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, isSame(rows, order[start], order[end]) { end += 1 }
      if end - start > 1 { drop(rows, start..<end) }
      start = end
    }
    var kept = 0
    for index in rows.indices where !isDropped[index] {
      if kept != index { rows[kept] = rows[index] }
      kept += 1
    }
    return kept
  }

  /// By identity, then instant for rows without an id, then place.
  private static func precedes(_ left: MessageRecord, _ right: MessageRecord) -> Bool {
    if left.identity != right.identity { return left.identity < right.identity }
    if !left.hasMessageID, left.moment != right.moment { return left.moment < right.moment }
    return left.place < right.place
  }

  private func isSame(
    _ rows: UnsafeMutableBufferPointer<MessageRecord>, _ left: Int32, _ right: Int32
  ) -> Bool {
    let (left, right) = (rows[Int(left)], rows[Int(right)])
    return left.identity == right.identity
      && (left.hasMessageID || left.moment == right.moment)
  }

  private mutating func drop(
    _ rows: UnsafeMutableBufferPointer<MessageRecord>, _ range: Range<Int>
  ) {
    if rows[Int(order[range.lowerBound])].hasMessageID {
      for index in range.dropLast() { isDropped[Int(order[index])] = true }
      counts.withID += range.count - 1
      return
    }
    let kept = keptRun(rows, range)
    for index in range where !kept.contains(index) { isDropped[Int(order[index])] = true }
    counts.wholeRow += range.count - kept.count
  }

  /// The rows of the input that has the row most often; the first such input.
  private func keptRun(
    _ rows: UnsafeMutableBufferPointer<MessageRecord>, _ range: Range<Int>
  ) -> Range<Int> {
    var longest = range.lowerBound..<range.lowerBound
    var start = range.lowerBound
    while start < range.upperBound {
      let places = inputs.extent(around: rows[Int(order[start])].place).places
      var end = start + 1
      while end < range.upperBound, places.contains(rows[Int(order[end])].place) { end += 1 }
      if end - start > longest.count { longest = start..<end }
      start = end
    }
    return longest
  }
}
