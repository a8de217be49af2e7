import CSystem
import MessageHistory
import ResponseMetrics

/// Rows of a listing with their texts in any order, to be sorted into a run.
struct RunDraft<Row: ListedRow>: ~Copyable {
  /// Rows of neighbouring ranks lie beside one another: that is how they are read again.
  private var words: PieceList<UInt64>
  /// Streams a rank, in units of 2 to the power of −32.
  private let streamsPerRank: UInt64
  private var keys = OwnedList<RunKey>()
  /// What all ids so far begin with.
  private(set) var commonPrefix = CommonPrefix()
  /// What they began with before, and how many keys there were then.
  private var cuts: [(keyCount: Int, prefix: CommonPrefix)] = []

  /// - Parameters:
  ///   - pool: memory for the rows.
  ///   - ranks: how many ranks there are.
  ///   - limit: bytes that there may be about.
  init(in pool: PiecePool, ranks: Int, limit: Int) {
    let count = max(min(ranks, Self.mostStreams, limit / pool.pieceSize / Self.leastPieces), 1)
    streamsPerRank = UInt64(count) << 32 / UInt64(max(ranks, 1))
    words = PieceList(from: pool, streams: count)
  }

  private static var mostStreams: Int { 64 }
  /// Of a stream: the last one is half empty.
  private static var leastPieces: Int { 16 }

  var isEmpty: Bool { keys.count == 0 }
  /// Whether keys can hardly tell more places, which end at 32 GiB.
  var isFull: Bool { words.byteCount / 8 > Int(UInt32.max) / 2 }
  var byteCount: Int { words.byteCount + keys.count * MemoryLayout<RunKey>.stride }

  /// Appends a row.
  ///
  /// - Parameters:
  ///   - row: its numbers.
  ///   - rank: where its page and channel stand among all.
  ///   - employees: as many as the row says.
  ///   - id: the conversation's real one.
  ///   - text: what goes with it.
  @inline(__always)
  mutating func append(
    _ row: Row, rank: UInt32, employees: UnsafeBufferPointer<UInt32>,
    id: UnsafeRawBufferPointer, text: UnsafeRawBufferPointer
  ) {
    if !commonPrefix.begins(id) { cutPrefix(to: id) }
    // Ranks are less than their number, and so is what comes of them.
    let stream = Int(truncatingIfNeeded: UInt64(rank) &* streamsPerRank &>> 32)
    let start = RunEntry.append(
      row, employees: employees, id: id, text: text, to: &words, in: stream)
    keys.append(
      RunKey(distinction: id.distinction(from: commonPrefix.count), rank: rank, start: start))
  }

  /// Notes an id that does not begin as all others do.
  @inline(never)
  private mutating func cutPrefix(to id: UnsafeRawBufferPointer) {
    if keys.count > 0 { cuts.append((keyCount: keys.count, prefix: commonPrefix)) }
    commonPrefix.note(id)
  }

  // MARK: Once all are there

  /// Puts the rows in order; none may be added afterwards.
  mutating func sort() {
    alignDistinctions()
    let all = keys.all
    var varying: UInt64 = 0
    for key in all { varying |= key.distinction ^ all[0].distinction }
    // Numbers are sorted without being compared; what they leave equal is little. Of ids that go on
    // with digits alone the lower halves of bytes tell as much, which leaves room for the rank.
    if varying & 0xF0F0_F0F0_F0F0_F0F0 == 0 {
      all.sortByNumber { Int64($0.rank) << 32 | Int64($0.distinction.lowerHalvesOfBytes) }
    } else {
      all.sortByNumber { Int64(bitPattern: $0.distinction ^ 1 << 63) }
      all.sortByNumber { Int64($0.rank) }
    }
    sortAlike(all)
  }

  /// Calls `body` with all entries, in their order once they are sorted.
  @inline(__always)
  func forEachEntry<Failure: Error>(
    _ body: (RunEntry<Row>) throws(Failure) -> Void
  ) throws(Failure) {
    let keys = keys.all
    for index in keys.indices {
      // The entries lie in another order than the keys: one is asked for before it is needed.
      if index + Self.lookahead < keys.count {
        let start = UnsafeRawPointer(words.element(at: Int(keys[index + Self.lookahead].start)))
        csystem_prefetch(start)
        csystem_prefetch(start + 64)
      }
      try body(entry(keys[index]))
    }
  }

  /// A copy of the rows as a run, which is read from front to back.
  func run() -> HeldRun {
    var ordered = PieceList<UInt64>(from: words.pool)
    forEachEntry { entry in
      let bytes = entry.bytes
      UnsafeMutableRawPointer(ordered.reserve(bytes.count / 8)).copyMemory(
        from: bytes.baseAddress.unsafelyUnwrapped, byteCount: bytes.count)
      ordered.add(bytes.count / 8)
    }
    return HeldRun(ordered)
  }

  /// Forgets all rows and keeps the room for keys.
  mutating func removeAll() {
    words = PieceList(from: words.pool, streams: words.streamCount)
    keys.removeAll()
    commonPrefix = CommonPrefix()
    cuts = []
  }

  @inline(__always)
  private func entry(_ key: RunKey) -> RunEntry<Row> {
    RunEntry(at: words.element(at: Int(key.start)))
  }

  /// Makes all keys tell what comes after the part that all ids begin with.
  ///
  /// Some were made when all ids so far had more in common, which is known: so no entry has to be read
  /// again.
  private mutating func alignDistinctions() {
    var first = 0
    for (keyCount, prefix) in cuts {
      let common = prefix.bytes.withUnsafeBytes { $0.distinction(from: commonPrefix.count) }
      let commonBits = UInt64(8 * (prefix.count - commonPrefix.count))
      // Shifting by 64 bits and more gives 0.
      for index in first..<keyCount {
        keys.base[index].distinction = common | keys.base[index].distinction >> commonBits
      }
      first = keyCount
    }
  }

  /// Sorts each stretch of neighbours that numbers do not tell apart.
  private func sortAlike(_ keys: UnsafeMutableBufferPointer<RunKey>) {
    let shared = commonPrefix.count + RunKey.distinctionSize
    var start = 0
    while start < keys.count {
      prefetchAlike(keys, start + Self.lookahead)
      var end = start + 1
      while end < keys.count, keys[start].isAlike(keys[end]) { end += 1 }
      if end - start > 1 {
        var alike = UnsafeMutableBufferPointer(rebasing: keys[start..<end])
        alike.sort { entry($0).precedes(entry($1), sharingFirst: shared) }
      }
      start = end
    }
  }

  /// Asks for two entries that will have to be compared: they lie in another order.
  @inline(__always)
  private func prefetchAlike(_ keys: UnsafeMutableBufferPointer<RunKey>, _ index: Int) {
    guard index + 1 < keys.count, keys[index].isAlike(keys[index + 1]) else { return }
    csystem_prefetch(words.element(at: Int(keys[index].start)))
    csystem_prefetch(words.element(at: Int(keys[index + 1].start)))
  }

  private static var lookahead: Int { 12 }
}

extension UInt64 {
  /// The lower four bits of each byte, one behind the other.
  @inline(__always)
  fileprivate var lowerHalvesOfBytes: UInt32 {
    var bits = self & 0x0F0F_0F0F_0F0F_0F0F
    bits = (bits | bits &>> 4) & 0x00FF_00FF_00FF_00FF
    bits = (bits | bits &>> 8) & 0x0000_FFFF_0000_FFFF
    return UInt32(truncatingIfNeeded: bits | bits &>> 16)
  }
}
