import MessageHistory

/// A part of a run in a temporary file.
struct RunWindow: ~Copyable {
  private var words: OwnedList<UInt64>
  /// Bytes of whole entries.
  private var covered = 0
  private let spool: Spool
  /// What has not been gone over yet.
  private var rest: Range<Int>
  private let isReadOnce: Bool

  /// - Parameters:
  ///   - spool: the file.
  ///   - range: where the run lies in it.
  ///   - size: so many bytes are held, or an entry that is longer.
  ///   - isReadOnce: whether what was read is given up.
  init(of spool: Spool, _ range: Range<Int>, size: Int, isReadOnce: Bool) {
    self.spool = spool
    rest = range
    self.isReadOnce = isReadOnce
    words = OwnedList(capacity: size / 8)
  }

  /// The entries, one behind the other.
  var entries: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: words.base, count: covered) }

  /// Goes on to the next entries.
  ///
  /// - Parameter type: of the rows.
  /// - Returns: false where there are none.
  /// - Throws: `MessageHistoryError` where the file cannot be read.
  mutating func fill<Row: ListedRow>(_ type: Row.Type) throws(MessageHistoryError) -> Bool {
    guard !rest.isEmpty else { return false }
    var size = min(words.capacity * 8, rest.count)
    while true {
      words.removeAll()
      let room = UnsafeMutableRawBufferPointer(start: words.reserve(size / 8), count: size)
      try spool.readAll(into: room, at: rest.lowerBound)
      let (covered, needed) = Self.wholeEntries(of: type, UnsafeRawBufferPointer(room))
      if isReadOnce { spool.giveUp(rest.lowerBound..<rest.lowerBound + covered) }
      rest = rest.lowerBound + covered..<rest.upperBound
      self.covered = covered
      if covered > 0 { return true }
      size = min(needed, rest.count)
    }
  }

  /// How many bytes the entries are that are whole, and how many the entry behind them has.
  private static func wholeEntries<Row: ListedRow>(
    of type: Row.Type, _ bytes: UnsafeRawBufferPointer
  ) -> (covered: Int, needed: Int) {
    guard let base = bytes.baseAddress else { return (0, 0) }
    var start = 0
    while start + RunEntry<Row>.leastSize <= bytes.count {
      let end = start + RunEntry<Row>(at: base + start).byteCount
      guard end <= bytes.count else { return (start, end - start) }
      start = end
    }
    return (start, RunEntry<Row>.leastSize)
  }
}
