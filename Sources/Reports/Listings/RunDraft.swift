import CSystem
import MessageHistory
import ResponseMetrics

/// Rows of a listing with their texts in any order, to be sorted into a run.
struct RunDraft<Row: ListedRow>: ~Copyable {
  private var words = OwnedList<UInt64>()
  private var keys = OwnedList<RunKey>()
  /// What all ids so far begin with.
  private var commonPrefix = CommonPrefix()
  /// What they began with before, and how many keys there were then.
  private var cuts: [(keyCount: Int, prefix: CommonPrefix)] = []

  init() {}

  var isEmpty: Bool { keys.count == 0 }
  /// Whether keys can hardly tell more places, which end at 32 GiB.
  var isFull: Bool { words.count > Int(UInt32.max) / 2 }
  var byteCount: Int { words.count * 8 + keys.count * MemoryLayout<RunKey>.stride }

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
    keys.append(
      RunKey(
        distinction: id.distinction(from: commonPrefix.count), rank: rank,
        start: UInt32(truncatingIfNeeded: words.count)))
    RunEntry.append(row, employees: employees, id: id, text: text, to: &words)
  }

  /// Notes an id that does not begin as all others do.
  @inline(never)
  private mutating func cutPrefix(to id: UnsafeRawBufferPointer) {
    if keys.count > 0 { cuts.append((keyCount: keys.count, prefix: commonPrefix)) }
    commonPrefix.note(id)
  }

  /// The rows in order.
  consuming func sorted() -> HeldRun {
    words.trim()
    keys.trim()
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
    Self.sortAlike(all, UnsafeRawPointer(words.base))
    return HeldRun(words: words, keys: keys, commonPrefix: commonPrefix)
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
  private static func sortAlike(
    _ keys: UnsafeMutableBufferPointer<RunKey>, _ entries: UnsafeRawPointer
  ) {
    var start = 0
    while start < keys.count {
      prefetchAlike(keys, start + lookahead, entries)
      var end = start + 1
      while end < keys.count, keys[start].isAlike(keys[end]) { end += 1 }
      if end - start > 1 {
        var alike = UnsafeMutableBufferPointer(rebasing: keys[start..<end])
        alike.sort {
          RunEntry<Row>(at: entries + 8 * Int($0.start))
            .precedes(RunEntry<Row>(at: entries + 8 * Int($1.start)))
        }
      }
      start = end
    }
  }

  /// Asks for two entries that will have to be compared: they lie in another order.
  @inline(__always)
  private static func prefetchAlike(
    _ keys: UnsafeMutableBufferPointer<RunKey>, _ index: Int, _ entries: UnsafeRawPointer
  ) {
    guard index + 1 < keys.count, keys[index].isAlike(keys[index + 1]) else { return }
    csystem_prefetch(entries + 8 * Int(keys[index].start))
    csystem_prefetch(entries + 8 * Int(keys[index + 1].start))
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
