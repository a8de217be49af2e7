import MessageHistory

/// Merges sorted runs into one order.
struct RunMerge<Row: FixedRow>: ~Copyable {
  /// A run's place in the merge, by its next row.
  private struct Head {
    var order: Int64
    var next: UnsafePointer<Row>
    /// Behind the last row that is at hand.
    var end: UnsafePointer<Row>
    var run: Int
  }

  private final class Source {
    var reader: RunReader<Row>

    init(_ run: RowRun<Row>) { reader = RunReader(run) }
  }

  private let sources: [Source]
  /// A heap: no head comes before its parent.
  private var heads: [Head] = []
  private let merged: UnsafeMutableBufferPointer<Row>

  private static var blockRows: Int { 4_096 }

  init(_ runs: [RowRun<Row>]) throws(MessageHistoryError) {
    sources = runs.map(Source.init)
    merged = .allocate(capacity: Self.blockRows)
    for run in sources.indices {
      if let head = try refilled(run) { heads.append(head) }
    }
    // A sorted array is a heap.
    heads.sort { $0.order < $1.order }
  }

  deinit { merged.deallocate() }

  /// The next rows, valid until they are asked for again; nil at the end.
  mutating func next() throws(MessageHistoryError) -> UnsafeBufferPointer<Row>? {
    var count = 0
    while count < merged.count, !heads.isEmpty {
      count += heads.withUnsafeMutableBufferPointer { Self.take($0, to: merged, from: count) }
      guard heads[0].next == heads[0].end else { continue }
      if let head = try refilled(heads[0].run) {
        heads[0] = head
        heads.withUnsafeMutableBufferPointer { Self.sink($0) }
      } else {
        removeFirst()
      }
    }
    return count > 0 ? UnsafeBufferPointer(rebasing: merged[..<count]) : nil
  }

  /// The head of a run's further rows; nil at its end.
  private func refilled(_ run: Int) throws(MessageHistoryError) -> Head? {
    guard try sources[run].reader.advance(), let next = sources[run].reader.rows.baseAddress
    else { return nil }
    return Head(
      order: next.pointee.order, next: next, end: next + sources[run].reader.rows.count, run: run)
  }

  /// Takes rows until there is no room or the first run has none at hand.
  ///
  /// Equal numbers are many, since times are mostly of whole seconds: so rows are taken from a run as
  /// long as no other run has a lesser one, and only then the heap is put in order.
  /// - Returns: how many.
  private static func take(
    _ heads: UnsafeMutableBufferPointer<Head>, to merged: UnsafeMutableBufferPointer<Row>,
    from start: Int
  ) -> Int {
    var count = start
    while count < merged.count {
      let limit = heads.dropFirst().prefix(2).reduce(Int64.max) { min($0, $1.order) }
      var next = heads[0].next
      let end = min(heads[0].end, next + (merged.count - count))
      repeat {
        merged.initializeElement(at: count, to: next.pointee)
        count += 1
        next += 1
      } while next < end && next.pointee.order <= limit
      heads[0].next = next
      if next == heads[0].end { break }
      heads[0].order = next.pointee.order
      sink(heads)
    }
    return count - start
  }

  private mutating func removeFirst() {
    let last = heads.removeLast()
    guard !heads.isEmpty else { return }
    heads[0] = last
    heads.withUnsafeMutableBufferPointer { Self.sink($0) }
  }

  /// Moves the first head down to where none below it comes earlier.
  @inline(__always)
  private static func sink(_ heads: UnsafeMutableBufferPointer<Head>) {
    let head = heads[0]
    var place = 0
    while true {
      var child = 2 * place + 1
      guard child < heads.count else { break }
      if child + 1 < heads.count, heads[child + 1].order < heads[child].order { child += 1 }
      guard heads[child].order < head.order else { break }
      heads[place] = heads[child]
      place = child
    }
    if place > 0 { heads[place] = head }
  }
}
