/// Brings a partition's records into order: conversation by conversation, in each by instant, class
/// and place.
struct ConversationSort {
  /// Leading bits of a conversation's hash that all records of a partition have in common.
  private let partitionBits: Int
  private var next: [Int32] = []

  init(partitionBits: Int) {
    self.partitionBits = partitionBits
  }

  /// - Parameters:
  ///   - blocks: all records of the partition.
  ///   - records: where they go; as many as in the blocks.
  mutating func sort(
    _ blocks: [RecordBuffer.Block], into records: UnsafeMutableBufferPointer<MessageRecord>
  ) {
    scatter(blocks, into: records)
    var start = 0
    for end in next.dropLast() {
      var bucket = UnsafeMutableBufferPointer(rebasing: records[start..<Int(end)])
      if bucket.count > Self.insertionLimit {
        bucket.sort { $0.precedes($1) }
      } else {
        Self.insertionSort(&bucket)
      }
      start = Int(end)
    }
  }

  /// A counting sort by the next bits of the hash, so that sorting has a few rows at a time; leaves
  /// in `next`, by bucket, one past its last record.
  private mutating func scatter(
    _ blocks: [RecordBuffer.Block], into records: UnsafeMutableBufferPointer<MessageRecord>
  ) {
    var bits = 0
    while bits < Self.mostBits, records.count >> bits > Self.usualBucket { bits += 1 }
    let shift = UInt64(64 - partitionBits - bits)
    let mask = UInt64(1 << bits - 1)
    next.removeAll(keepingCapacity: true)
    next.append(contentsOf: repeatElement(0, count: 1 << bits + 1))
    next.withUnsafeMutableBufferPointer { next in
      for block in blocks {
        for record in block { next[Int(record.conversation >> shift & mask) + 1] += 1 }
      }
      for bucket in 1..<next.count { next[bucket] += next[bucket - 1] }
      for block in blocks {
        for record in block {
          let bucket = Int(record.conversation >> shift & mask)
          records.initializeElement(at: Int(next[bucket]), to: record)
          next[bucket] += 1
        }
      }
    }
  }

  /// Records of a bucket that are aimed at, and the bits beyond which a table leaves the cache.
  private static let usualBucket = 8
  private static let mostBits = 13

  /// Up to here moving rows one by one is faster; exports mostly come in the order of time.
  private static let insertionLimit = 48

  private static func insertionSort(_ rows: inout UnsafeMutableBufferPointer<MessageRecord>) {
    guard rows.count > 1 else { return }
    for index in 1..<rows.count where rows[index].precedes(rows[index - 1]) {
      let row = rows[index]
      var place = index
      while place > 0, row.precedes(rows[place - 1]) {
        rows[place] = rows[place - 1]
        place -= 1
      }
      rows[place] = row
    }
  }
}
