import MessageHistory

/// Rows in a temporary file, bucket by bucket.
struct WrittenBuckets<Row: FixedRow>: Sendable {
  private let spool: Spool
  /// Where the bytes of the first bucket begin.
  private let start: Int
  /// Before each bucket and at the end, how many rows lie before it: a file may have thousands of these
  /// lists, which are small.
  private let rowsBefore: [UInt32]

  /// A few pages of rows: a read that is worth its seek.
  private static var rowsOfRead: Int { 8_192 }

  /// Writes the rows of buckets that are closed behind what is there, less than 2³² of them.
  init(_ rows: RowBuckets<Row>, to spool: Spool) throws(MessageHistoryError) {
    self.spool = spool
    start = spool.count
    // Under a small budget a bucket has few rows.
    var writer = SpoolWriter(spool: spool)
    var rowsBefore: [UInt32] = []
    rowsBefore.reserveCapacity(rows.bucketCount + 1)
    var count: UInt32 = 0
    for bucket in 0..<rows.bucketCount {
      rowsBefore.append(count)
      for piece in rows.pieces(of: bucket) {
        try writer.append(UnsafeRawBufferPointer(piece))
        count += UInt32(piece.count)
      }
    }
    rowsBefore.append(count)
    try writer.flush()
    self.rowsBefore = rowsBefore
  }

  /// How many rows a bucket has.
  func count(of bucket: Int) -> Int { Int(rowsBefore[bucket + 1] - rowsBefore[bucket]) }

  /// Calls `body` with the rows of some buckets, many at a time.
  ///
  /// - Throws: where they could not be read.
  func forEachBlock(
    in buckets: Range<Int>, _ body: (UnsafeBufferPointer<Row>) -> Void
  ) throws(MessageHistoryError) {
    let stride = MemoryLayout<Row>.stride
    var offset = start + Int(rowsBefore[buckets.lowerBound]) * stride
    let end = start + Int(rowsBefore[buckets.upperBound]) * stride
    guard offset < end else { return }
    let room = OwnedMemory<Row>(capacity: min((end - offset) / stride, Self.rowsOfRead))
    while offset < end {
      let count = min((end - offset) / stride, room.capacity)
      try spool.readAll(
        into: UnsafeMutableRawBufferPointer(start: room.base, count: count * stride), at: offset)
      body(UnsafeBufferPointer(start: room.base, count: count))
      offset += count * stride
    }
  }
}
