import CSystem

/// Brings a partition's records together by conversation.
///
/// Each record is moved but once, straight to the bucket of some bits of its conversation's hash: most
/// buckets have one conversation, and what comes there in the order of time is in order at once.
struct ConversationSort: ~Copyable {
  /// Leading bits of a conversation's hash that all records of a partition have in common.
  private let partitionBits: Int
  /// How far a hash is shifted to be a bucket's number, once the partition's bits are cut off.
  private var shift: UInt64 = 0
  private var mask: UInt64 = 0
  /// By bucket, where its next record goes.
  private let next = UnsafeMutablePointer<UInt32>.allocate(capacity: 1 << mostBits)
  /// Where the records of a partition are put.
  private let room = RecordRoom()

  init(partitionBits: Int) {
    self.partitionBits = partitionBits
  }

  deinit {
    next.deallocate()
  }

  /// Puts the records of a partition into buckets.
  ///
  /// - Parameter workers: all records of the partition, by the worker that decoded them; fewer
  ///   than 2³².
  /// - Returns: the records, bucket by bucket, valid until the next call.
  mutating func bucketed(_ workers: [[RecordBuffer.Block]]) -> RecordBuffer.Block {
    let count = workers.joined().reduce(0) { $0 + $1.count }
    let bits = Self.bits(forRecords: count)
    shift = UInt64(64 - partitionBits - bits)
    mask = UInt64(1 << bits - 1)
    let records = room.records(count)
    if let start = records.baseAddress { scatter(workers, to: start, bits) }
    return records
  }

  /// One past the last record of the bucket that a record lies in.
  @inline(__always)
  func endOfBucket(of record: UnsafePointer<MessageRecord>) -> Int {
    Int(next[bucket(of: record)])
  }

  @inline(__always)
  private func bucket(of record: UnsafePointer<MessageRecord>) -> Int {
    Int(truncatingIfNeeded: record.pointee.conversation >> shift & mask)
  }

  // MARK: Buckets

  /// Records of a bucket that are aimed at, so that most have one conversation at most; and the bits
  /// beyond which a table leaves the cache.
  private static let usualBucket = 1
  private static let mostBits = 15
  /// So far ahead are records asked for that come from memory.
  private static let recordsAhead = 32

  private static func bits(forRecords count: Int) -> Int {
    var bits = 0
    while bits < mostBits, count >> bits > usualBucket { bits += 1 }
    return bits
  }

  /// A counting sort by the next bits of the hash; leaves in `next`, by bucket, one past its last
  /// record.
  private func scatter(
    _ workers: [[RecordBuffer.Block]], to records: UnsafeMutablePointer<MessageRecord>, _ bits: Int
  ) {
    next.initialize(repeating: 0, count: 1 << bits)
    for block in workers.joined() {
      guard let start = block.baseAddress else { continue }
      for record in start..<start + block.count {
        next[bucket(of: record)] &+= 1
        csystem_prefetch(record + Self.recordsAhead)
      }
    }
    var sum: UInt32 = 0
    for bucket in 0..<1 << bits {
      let size = next[bucket]
      next[bucket] = sum
      sum &+= size
    }
    var turns = WorkerTurns(workers)
    while let stretch = turns.next() {
      guard let start = stretch.baseAddress else { continue }
      for record in start..<start + stretch.count {
        let bucket = bucket(of: record)
        (records + Int(next[bucket])).initialize(to: record.pointee)
        next[bucket] &+= 1
      }
    }
  }

  // MARK: Within a bucket

  /// Puts the records of a bucket in order, by conversation, instant, class and place.
  ///
  /// Moves them one by one, which is fastest for a few and for those nearly in order; a bucket
  /// that takes long is sorted in another way.
  static func sort(_ records: RecordBuffer.Block) {
    var moves = 0
    for index in records.indices.dropFirst() where records[index].precedes(records[index &- 1]) {
      let record = records[index]
      var place = index
      repeat {
        records[place] = records[place &- 1]
        place &-= 1
      } while place > 0 && record.precedes(records[place &- 1])
      records[place] = record
      moves &+= index &- place
      if moves > records.count &* mostMoves { return sortMany(records) }
    }
  }

  @inline(never)
  private static func sortMany(_ records: RecordBuffer.Block) {
    var records = records
    records.sort { $0.precedes($1) }
  }

  /// Of a record, on average.
  private static let mostMoves = 24
}

/// The records of workers that took turns in reading, in about the order in which they were read.
///
/// Exports mostly come in the order of time, so that records that follow one another so are in order
/// already; which of two was read first is told by their places.
private struct WorkerTurns {
  private struct Worker {
    var blocks: ArraySlice<RecordBuffer.Block>
    /// What is left of the block at hand.
    var next: UnsafePointer<MessageRecord>
    var end: UnsafePointer<MessageRecord>

    /// Nil where no block has a record.
    init?(_ blocks: [RecordBuffer.Block]) {
      let blocks = blocks.filter { !$0.isEmpty }
      guard let start = blocks.first?.baseAddress else { return nil }
      self.blocks = blocks.dropFirst()
      next = UnsafePointer(start)
      end = next + blocks[0].count
    }

    /// Goes on with the next block; false where there is none.
    mutating func advance() -> Bool {
      guard let block = blocks.popFirst(), let start = block.baseAddress else { return false }
      next = UnsafePointer(start)
      end = next + block.count
      return true
    }
  }

  private var workers: [Worker]

  init(_ workers: [[RecordBuffer.Block]]) {
    self.workers = workers.compactMap(Worker.init)
  }

  /// The next records of the worker whose turn it is; nil at the end.
  mutating func next() -> UnsafeBufferPointer<MessageRecord>? {
    guard !workers.isEmpty else { return nil }
    var first = 0
    var limit = UInt64.max
    for number in workers.indices.dropFirst() {
      let place = workers[number].next.pointee.place.sortKey
      let firstPlace = workers[first].next.pointee.place.sortKey
      limit = min(limit, max(place, firstPlace))
      if place < firstPlace { first = number }
    }
    let start = workers[first].next
    let end = workers[first].end
    var next = start + 1
    while next < end, next.pointee.place.sortKey < limit { next += 1 }
    workers[first].next = next
    if next == end, !workers[first].advance() { workers.remove(at: first) }
    return UnsafeBufferPointer(start: start, count: next - start)
  }
}
