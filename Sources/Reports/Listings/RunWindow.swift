import MessageHistory

/// A part of a run in a temporary file, with keys for its entries.
struct RunWindow: ~Copyable {
  private(set) var words: OwnedList<UInt64>
  private(set) var keys = OwnedList<RunKey>(capacity: 1_024)
  private let spool: Spool
  /// What has not been gone over yet.
  private var rest: Range<Int>
  private let commonPrefix: Int

  /// - Parameters:
  ///   - spool: the file.
  ///   - range: where the run lies in it.
  ///   - commonPrefix: how many bytes the ids of all runs have in common at their start.
  ///   - size: so many bytes are held, or an entry that is longer.
  init(of spool: Spool, _ range: Range<Int>, commonPrefix: Int, size: Int) {
    self.spool = spool
    rest = range
    self.commonPrefix = commonPrefix
    words = OwnedList(capacity: size / 8)
  }

  /// Goes on to the next entries.
  ///
  /// - Parameters:
  ///   - type: of the rows.
  ///   - ranks: by slice, where its page and channel stand among all.
  /// - Returns: false where there are none.
  /// - Throws: `MessageHistoryError` where the file cannot be read.
  mutating func fill<Row: ListedRow>(
    _ type: Row.Type, ranks: [UInt32]
  ) throws(MessageHistoryError) -> Bool {
    keys.removeAll()
    guard !rest.isEmpty else { return false }
    var size = min(words.capacity * 8, rest.count)
    while true {
      words.removeAll()
      let room = UnsafeMutableRawBufferPointer(start: words.reserve(size / 8), count: size)
      try spool.readAll(into: room, at: rest.lowerBound)
      let (covered, needed) = noteEntries(of: type, UnsafeRawBufferPointer(room), ranks)
      rest = rest.lowerBound + covered..<rest.upperBound
      if covered > 0 { return true }
      size = min(needed, rest.count)
    }
  }

  /// Makes keys for the entries that are whole.
  ///
  /// - Returns: how many bytes they are, and how many the entry behind them has.
  private mutating func noteEntries<Row: ListedRow>(
    of type: Row.Type, _ bytes: UnsafeRawBufferPointer, _ ranks: [UInt32]
  ) -> (covered: Int, needed: Int) {
    guard let base = bytes.baseAddress else { return (0, 0) }
    var start = 0
    while start + RunEntry<Row>.leastSize <= bytes.count {
      let entry = RunEntry<Row>(at: base + start)
      let end = start + entry.byteCount
      guard end <= bytes.count else { return (start, end - start) }
      keys.append(
        RunKey(
          distinction: entry.id.distinction(from: commonPrefix),
          rank: ranks[Int(entry.row.pointee.slice)], start: UInt32(start / 8)))
      start = end
    }
    return (start, RunEntry<Row>.leastSize)
  }
}
