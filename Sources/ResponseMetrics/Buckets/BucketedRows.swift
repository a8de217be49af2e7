package import MessageHistory

/// Rows of one worker, gathered in any order and handed out in theirs, beyond a budget of memory from
/// a temporary file.
///
/// Rows are put into buckets of neighbouring orders as they come, which is the greater part of putting
/// them in order; the rest is done bucket by bucket, each of which fits into a processor's cache. What
/// does not fit into the budget is written, bucket by bucket, and read again so. Which rows are kept
/// depends on the workers and the budget, so nothing may depend on the order of rows of one number.
package struct BucketedRows<Row: FixedRow>: Sendable {
  /// The rows that are added to.
  private var open: RowBuckets<Row>?
  /// Closed ones.
  private var kept: [RowBuckets<Row>] = []
  private var written: [WrittenBuckets<Row>] = []
  let bucketCount: Int
  /// How many rows may be kept in memory.
  private let room: Int
  /// How many all workers may keep whose rows these are: a third as many again may be held while they
  /// are put in order.
  private var allRoom: Int
  private let pages: RecordPages?
  private let folder: String
  /// The file of this worker's rows, opened when it is needed.
  private var spool: Spool?
  /// Why rows could not be written; nothing is kept from then on.
  private var failure: MessageHistoryError?
  /// Buckets whose rows are in order where they lie, the kept ones one after the other; none before
  /// they are put in order, or where any are written.
  private var isInOrder: [Bool] = []
  private(set) package var count = 0

  private static var leastRoom: Int { 16 }

  /// - Parameters:
  ///   - bytes: what the rows may take of memory.
  ///   - buckets: how many there are; those that are merged have as many.
  ///   - pages: memory for them; nil for some of their own.
  ///   - folder: where the temporary file is made, should it be needed.
  package init(
    bytes: Int = .max, buckets: Int = Row.bucketCount, pages: RecordPages? = nil,
    folder: String = Spool.usualFolder
  ) {
    bucketCount = max(buckets, 1)
    // The last quarter is what it takes to put them in order.
    // Rows that are written together are counted in 32 bits.
    room = min(
      max((bytes - bytes / 4) / MemoryLayout<Row>.stride, Self.leastRoom), Int(UInt32.max))
    allRoom = room
    self.pages = pages
    self.folder = folder
  }

  // MARK: Gathering

  /// Gathers a row; where memory is used up, what there is of them is written.
  package mutating func append(_ row: Row) {
    withUnsafePointer(to: row) { append(contentsOf: UnsafeBufferPointer(start: $0, count: 1)) }
  }

  /// Gathers rows; where memory is used up, what there is of them is written.
  mutating func append(contentsOf rows: UnsafeBufferPointer<Row>) {
    count += rows.count
    var rest = rows
    while !rest.isEmpty {
      let open = open ?? RowBuckets(bucketCount, forRows: room, in: pages ?? RecordPages())
      self.open = open
      let added = open.append(contentsOf: rest)
      rest = UnsafeBufferPointer(rebasing: rest[added...])
      if !rest.isEmpty { spill(open) }
    }
  }

  private mutating func spill(_ rows: RowBuckets<Row>) {
    defer { rows.removeAll() }
    guard failure == nil else { return }
    rows.close()
    do throws(MessageHistoryError) {
      let spool = try spool.opened { [folder] () throws(MessageHistoryError) in
        try Spool(folder: folder, for: .records)
      }
      written.append(try WrittenBuckets(rows, to: spool))
    } catch {
      failure = error
    }
  }

  /// Takes over what another worker gathered.
  package mutating func merge(_ other: inout BucketedRows) {
    close()
    other.close()
    // What has no rows takes no part of anybody's memory.
    allRoom = (count == 0 ? 0 : allRoom) + (other.count == 0 ? 0 : other.allRoom)
    kept += other.kept
    written += other.written
    count += other.count
    failure = failure ?? other.failure
    isInOrder = []
    other = BucketedRows(bytes: 0, buckets: bucketCount)
  }

  /// Ends the gathering, so that the rows can be handed out.
  package mutating func close() {
    guard let rows = open else { return }
    open = nil
    rows.close()
    kept.append(rows)
  }

  // MARK: Handing out

  /// Puts the rows in order where they lie, as far as they lie in memory alone, and counts them.
  ///
  /// - Parameters:
  ///   - workers: how many work at once.
  ///   - initial: what each of them begins with.
  ///   - count: takes rows in any order.
  /// - Returns: what each of them counted.
  /// - Throws: where rows could not be written or read.
  package mutating func putInOrder<Counts: Sendable>(
    workers: Int, from initial: Counts,
    _ count: @Sendable (inout Counts, UnsafeBufferPointer<Row>) -> Void
  ) throws(MessageHistoryError) -> [Counts] {
    let (rows, buckets) = (self, WorkCounter(count: bucketCount))
    let done = try withWorkers(workers) {
      _ throws(MessageHistoryError) -> (counts: Counts, sorted: [Int]) in
      // Greater buckets are put in order when they are handed out.
      var sorter = BucketSorter<Row>(mostRows: rows.mostSorted(by: workers, atLeast: 1 << 12))
      var done = (counts: initial, sorted: [Int]())
      while let bucket = buckets.take() {
        if rows.written.isEmpty, sorter.sortInPlace(rows.pieces(of: bucket)) {
          done.sorted.append(bucket)
        }
        try rows.forEachBlock(in: bucket..<bucket + 1) { count(&done.counts, $0) }
      }
      return done
    }
    isInOrder = Array(repeating: false, count: bucketCount)
    for bucket in done.flatMap(\.sorted) { isInOrder[bucket] = true }
    return done.map(\.counts)
  }

  /// So many take all rows in their order at the same time, at most.
  private static var passesAtOnce: Int { 2 }

  /// How many rows a worker puts in order at once: a sorter holds them three times.
  ///
  /// - Parameters:
  ///   - workers: how many sort at once.
  ///   - least: fewer would have greater buckets read too often.
  /// - Returns: how many.
  private func mostSorted(by workers: Int, atLeast least: Int) -> Int {
    min(max(allRoom / (3 * 3 * workers), least), 1 << 20)
  }

  /// The rows of a bucket in memory.
  private func pieces(of bucket: Int) -> [UnsafeMutableBufferPointer<Row>] {
    kept.flatMap { $0.pieces(of: bucket) }
  }

  /// Calls `body` with all rows, many at a time, in no order.
  ///
  /// - Throws: where rows could not be written or read.
  package func forEachBlock(
    _ body: (UnsafeBufferPointer<Row>) -> Void
  ) throws(MessageHistoryError) {
    try forEachBlock(in: 0..<bucketCount, body)
  }

  /// How many rows a bucket has.
  func count(of bucket: Int) -> Int {
    kept.reduce(0) { $1.pieces(of: bucket).reduce($0) { $0 + $1.count } }
      + written.reduce(0) { $0 + $1.count(of: bucket) }
  }

  /// Calls `body` with the rows of some buckets, many at a time, in no order.
  ///
  /// - Throws: where rows could not be written or read.
  func forEachBlock(
    in buckets: Range<Int>, _ body: (UnsafeBufferPointer<Row>) -> Void
  ) throws(MessageHistoryError) {
    try checkClosed()
    for bucket in buckets {
      for rows in kept {
        for piece in rows.pieces(of: bucket) { body(UnsafeBufferPointer(piece)) }
      }
    }
    for rows in written { try rows.forEachBlock(in: buckets, body) }
  }

  /// Calls `body` with all rows, many at a time, in their order.
  ///
  /// - Throws: where rows could not be written or read.
  package func forEachBlockInOrder(
    _ body: (UnsafeBufferPointer<Row>) -> Void
  ) throws(MessageHistoryError) {
    var sorter = BucketSorter<Row>(mostRows: mostSorted(by: Self.passesAtOnce, atLeast: 1 << 18))
    for bucket in 0..<bucketCount { try handOut(bucket, by: &sorter, body) }
  }

  /// Calls `body` with the rows of a bucket in their order, many at a time.
  private func handOut(
    _ bucket: Int, by sorter: inout BucketSorter<Row>, _ body: (UnsafeBufferPointer<Row>) -> Void
  ) throws(MessageHistoryError) {
    try checkClosed()
    if !isInOrder.isEmpty, isInOrder[bucket] {
      try forEachBlock(in: bucket..<bucket + 1, body)
    } else if !written.isEmpty || !sorter.handOut(pieces(of: bucket), body) {
      try sorter.handOut(
        count(of: bucket),
        { body throws(MessageHistoryError) in try forEachBlock(in: bucket..<bucket + 1, body) },
        body)
    }
  }

  /// Calls `body` with all rows of one number, many at a time.
  ///
  /// - Throws: where rows could not be written or read.
  package func forEachBlock(
    ofOrder order: Int64, _ body: (UnsafeBufferPointer<Row>) -> Void
  ) throws(MessageHistoryError) {
    let bucket = bucket(of: order)
    let hasOthers =
      order > 0 && self.bucket(of: order - 1) == bucket || self.bucket(of: order &+ 1) == bucket
    try forEachBlock(in: bucket..<bucket + 1) { rows in
      guard hasOthers else { return body(rows) }
      var start = 0
      while start < rows.count {
        var end = start
        while end < rows.count, rows[end].order == order { end += 1 }
        if end > start { body(UnsafeBufferPointer(rebasing: rows[start..<end])) }
        start = end + 1
      }
    }
  }

  /// How many rows of one number there are at most, which no file is read for.
  func mostRows(ofOrder order: Int64) -> Int { count(of: bucket(of: order)) }

  private func bucket(of order: Int64) -> Int {
    min(Row.scale.bucket(of: order), bucketCount - 1)
  }

  private func checkClosed() throws(MessageHistoryError) {
    assert(open == nil, "rows are handed out before their gathering has ended")
    if let failure { throw failure }
  }
}
