import MessageHistory

/// Reads a run, or some of its rows, a few pages at a time: from memory or from a temporary file.
struct RunReader<Row: FixedRow>: ~Copyable {
  private let run: RowRun<Row>
  /// The rows that are still to be read.
  private var rest: Range<Int>
  private let buffer: UnsafeMutableBufferPointer<Row>
  /// The rows at hand.
  private(set) var rows: UnsafeBufferPointer<Row>

  /// Some 192 KiB of the usual rows: a read that is worth its seek.
  private static var bufferRows: Int { 8_192 }

  /// - Parameters:
  ///   - run: whose rows are read.
  ///   - range: which of them; nil for all.
  init(_ run: RowRun<Row>, _ range: Range<Int>? = nil) {
    self.run = run
    rest = range ?? 0..<run.count
    buffer = .allocate(capacity: min(rest.count, Self.bufferRows))
    rows = UnsafeBufferPointer(start: nil, count: 0)
  }

  deinit { buffer.deallocate() }

  /// Puts the next rows in the place of those at hand; false at the end.
  mutating func advance() throws(MessageHistoryError) -> Bool {
    let next = rest.prefix(buffer.count)
    guard !next.isEmpty else { return false }
    let room = UnsafeMutableBufferPointer(rebasing: buffer[..<next.count])
    switch run {
    case .kept(let rows): _ = room.initialize(fromContentsOf: rows[next])
    case .written(let spool, let bytes):
      try spool.readAll(
        into: UnsafeMutableRawBufferPointer(room),
        at: bytes.lowerBound + next.lowerBound * MemoryLayout<Row>.stride)
    }
    rest = next.upperBound..<rest.upperBound
    rows = UnsafeBufferPointer(room)
    return true
  }
}
