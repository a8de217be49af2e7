/// Brings a partition's records into order: conversation by conversation, in each by instant and
/// class.
///
/// What is put in order are entries of half a record's size, which say where it lies, so that each
/// record is moved but once, to where it stays.
struct ConversationSort: ~Copyable {
  /// What a record is put in order by, and where it lies.
  struct Entry: BitwiseCopyable {
    let conversation: UInt64
    let moment: Int64
    let record: UnsafePointer<MessageRecord>

    @inline(__always)
    init(_ record: UnsafePointer<MessageRecord>) {
      conversation = record.pointee.conversation
      moment = record.pointee.moment
      self.record = record
    }

    @inline(__always)
    func precedes(_ other: Entry) -> Bool {
      conversation != other.conversation
        ? conversation < other.conversation : moment < other.moment
    }
  }

  /// Leading bits of a conversation's hash that all records of a partition have in common.
  private let partitionBits: Int
  /// By bucket, where its next entry goes.
  private let next = UnsafeMutablePointer<UInt32>.allocate(capacity: 1 << mostBits)
  /// Room for the entries of a partition.
  private var room = UnsafeMutableBufferPointer<Entry>.allocate(capacity: 0)

  init(partitionBits: Int) {
    self.partitionBits = partitionBits
  }

  deinit {
    next.deallocate()
    room.deallocate()
  }

  /// Puts the records of a partition in order.
  ///
  /// Conversations whose hashes have equal upper halves are not told apart.
  ///
  /// - Parameter blocks: all records of the partition, fewer than 2³².
  /// - Returns: an entry for each, in order, valid until the next call.
  mutating func sortedEntries(of blocks: [RecordBuffer.Block]) -> UnsafeBufferPointer<Entry> {
    let count = blocks.reduce(0) { $0 + $1.count }
    if room.count < count {
      room.deallocate()
      // Partitions are of about one size; the next one shall mostly fit too.
      room = .allocate(capacity: count + count / 8)
    }
    guard let entries = room.baseAddress else { return UnsafeBufferPointer(start: nil, count: 0) }
    let bits = Self.bits(forRecords: count)
    // Exports mostly come in the order of time, in which the workers took turns.
    scatter(
      blocks.filter { !$0.isEmpty }.sorted { $0[0].place < $1[0].place }, to: entries, bits)
    var start = 0
    for bucket in 0..<1 << bits {
      let end = Int(next[bucket])
      Self.sort(entries + start, count: end - start)
      start = end
    }
    return UnsafeBufferPointer(start: entries, count: count)
  }

  // MARK: Buckets

  /// Records of a bucket that are aimed at, so that most have one conversation at most; and the bits
  /// beyond which a table leaves the cache.
  private static let usualBucket = 1
  private static let mostBits = 14

  private static func bits(forRecords count: Int) -> Int {
    var bits = 0
    while bits < mostBits, count >> bits > usualBucket { bits += 1 }
    return bits
  }

  /// A counting sort by the next bits of the hash, so that sorting has a few entries at a time;
  /// leaves in `next`, by bucket, one past its last entry.
  private func scatter(
    _ blocks: [RecordBuffer.Block], to entries: UnsafeMutablePointer<Entry>, _ bits: Int
  ) {
    let shift = UInt64(64 - partitionBits - bits)
    let mask = UInt64(1 << bits - 1)
    next.initialize(repeating: 0, count: 1 << bits)
    for block in blocks {
      guard let records = block.baseAddress else { continue }
      for index in 0..<block.count {
        next[Int(truncatingIfNeeded: records[index].conversation >> shift & mask)] &+= 1
      }
    }
    var sum: UInt32 = 0
    for bucket in 0..<1 << bits {
      let size = next[bucket]
      next[bucket] = sum
      sum &+= size
    }
    for block in blocks {
      guard let records = block.baseAddress else { continue }
      for index in 0..<block.count {
        let entry = Entry(records + index)
        let bucket = Int(truncatingIfNeeded: entry.conversation >> shift & mask)
        (entries + Int(next[bucket])).initialize(to: entry)
        next[bucket] &+= 1
      }
    }
  }

  /// Moves entries one by one, which is fastest for a few and for those nearly in order; a bucket
  /// that takes long is sorted in another way.
  @inline(__always)
  private static func sort(_ entries: UnsafeMutablePointer<Entry>, count: Int) {
    guard count > 1 else { return }
    var moves = 0
    for index in 1..<count where entries[index].precedes(entries[index &- 1]) {
      let entry = entries[index]
      var place = index
      repeat {
        entries[place] = entries[place &- 1]
        place &-= 1
      } while place > 0 && entry.precedes(entries[place &- 1])
      entries[place] = entry
      moves &+= index &- place
      if moves > count &* mostMoves { return sortMany(entries, count: count) }
    }
  }

  @inline(never)
  private static func sortMany(_ entries: UnsafeMutablePointer<Entry>, count: Int) {
    var entries = UnsafeMutableBufferPointer(start: entries, count: count)
    entries.sort { $0.precedes($1) }
  }

  /// Of an entry, on average.
  private static let mostMoves = 24
}
