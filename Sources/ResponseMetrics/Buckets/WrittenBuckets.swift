import MessageHistory

/// Rows in a temporary file, bucket by bucket.
struct WrittenBuckets<Row: FixedRow>: Sendable {
  private let spool: Spool
  /// Where the bytes of each bucket begin, and where those of the last one end.
  private var starts: [Int]

  /// A few pages of rows: a read that is worth its seek.
  private static var rowsOfRead: Int { 8_192 }

  /// Writes the rows of buckets that are closed behind what is there.
  init(_ rows: RowBuckets<Row>, to spool: Spool) throws(MessageHistoryError) {
    self.spool = spool
    starts = []
    for bucket in 0..<rows.bucketCount {
      starts.append(spool.count)
      for piece in rows.pieces(of: bucket) {
        try spool.append(UnsafeRawBufferPointer(piece))
      }
    }
    starts.append(spool.count)
  }

  /// How many rows a bucket has.
  func count(of bucket: Int) -> Int {
    (starts[bucket + 1] - starts[bucket]) / MemoryLayout<Row>.stride
  }

  /// Calls `body` with the rows of some buckets, many at a time.
  ///
  /// - Throws: where they could not be read.
  func forEachBlock(
    in buckets: Range<Int>, _ body: (UnsafeBufferPointer<Row>) -> Void
  ) throws(MessageHistoryError) {
    var offset = starts[buckets.lowerBound]
    let end = starts[buckets.upperBound]
    guard offset < end else { return }
    let stride = MemoryLayout<Row>.stride
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
