package import MessageHistory

/// Rows of one worker, gathered in any order and handed out in theirs, beyond a budget of memory from
/// a temporary file.
///
/// Rows are gathered into runs, each of which is sorted when it is full. Runs stay in memory as long
/// as the budget lasts; later ones are written. Handing rows out merges the runs, so that a pass over
/// all of them takes a few pages of memory a run. Which rows share a run depends on the workers and
/// the budget, so nothing may depend on the order of rows of one number.
package struct SortedRuns<Row: FixedRow>: Sendable {
  /// The rows of a run that is not full yet.
  private var open: [Row] = []
  private var runs: [RowRun<Row>] = []
  /// How many rows a run has at most.
  private let runLength: Int
  /// How many further rows may be kept in memory.
  private var room: Int
  private let folder: String
  /// The file of this worker's runs, opened when it is needed.
  private var spool: Spool?
  /// Why a run could not be written; nothing is kept from then on.
  private var failure: MessageHistoryError?
  private(set) package var count = 0

  /// A run is sorted beside a copy of itself; of these sizes both fit into a little memory, and a
  /// hundred million rows make a hundred runs.
  private static var greatestRun: Int { 1 << 20 }
  private static var leastRun: Int { 16 }

  /// - Parameters:
  ///   - bytes: what the rows may take of memory, the room for sorting them included.
  ///   - folder: where the temporary file is made, should it be needed.
  package init(bytes: Int = .max, folder: String = Spool.usualFolder) {
    self.folder = folder
    let rows = bytes / MemoryLayout<Row>.stride
    // The open run and its copy while it is sorted take a half, the runs kept the other.
    runLength = max(min(rows / 4, Self.greatestRun), Self.leastRun)
    room = rows / 2
  }

  /// Gathers a row; where memory is used up, a run is written.
  package mutating func append(_ row: Row) {
    if open.count == runLength { closeRun() }
    open.append(row)
    count += 1
  }

  /// Gathers rows; where memory is used up, a run is written.
  mutating func append(contentsOf rows: UnsafeBufferPointer<Row>) {
    var rest = rows[...]
    while !rest.isEmpty {
      if open.count == runLength { closeRun() }
      // Room for a whole run at once: growing by and by would touch all of it three times.
      if open.capacity == 0 { open.reserveCapacity(runLength) }
      let part = rest.prefix(runLength - open.count)
      open.append(contentsOf: UnsafeBufferPointer(rebasing: part))
      rest = rest[part.endIndex...]
    }
    count += rows.count
  }

  /// Takes over what another worker gathered.
  package mutating func merge(_ other: inout SortedRuns) {
    closeRun()
    other.closeRun()
    runs += other.runs
    count += other.count
    failure = failure ?? other.failure
    other = SortedRuns(bytes: 0)
  }

  /// Sorts what is still open, so that the rows can be handed out.
  ///
  /// Of the two stretches of memory that a sort goes to and fro between, one holds the run then and the
  /// other one the rows to come: a run takes fresh memory once.
  @inline(never)
  package mutating func closeRun() {
    guard !open.isEmpty else { return }
    var rows: [Row] = []
    swap(&rows, &open)
    guard failure == nil else { return }
    var other: [Row] = []
    rows.sortByNumber(beside: &other) { $0.order }
    if rows.count <= room {
      room -= rows.count
      runs.append(.kept(rows))
      if rows.count == runLength { swap(&other, &open) }
    } else {
      spill(rows)
      swap(&rows, &open)
    }
    open.removeAll(keepingCapacity: true)
  }

  private mutating func spill(_ rows: [Row]) {
    do throws(MessageHistoryError) {
      let spool = try spool.opened { [folder] () throws(MessageHistoryError) in
        try Spool(folder: folder, for: .records)
      }
      let start = spool.count
      try rows.withUnsafeBufferPointer { rows throws(MessageHistoryError) in
        try spool.append(UnsafeRawBufferPointer(rows))
      }
      runs.append(.written(spool, start..<spool.count))
    } catch {
      failure = error
    }
  }

  // MARK: Handing out

  /// Calls `body` with all rows, many at a time, in no order.
  ///
  /// - Throws: where a run could not be written or read.
  package func forEachBlock(
    _ body: (UnsafeBufferPointer<Row>) -> Void
  ) throws(MessageHistoryError) {
    try checkClosed()
    for run in runs { try run.forEachBlock(body) }
  }

  /// Calls `body` with all rows, many at a time, in their order.
  ///
  /// - Throws: where a run could not be written or read.
  package func forEachBlockInOrder(
    _ body: (UnsafeBufferPointer<Row>) -> Void
  ) throws(MessageHistoryError) {
    try checkClosed()
    guard runs.count > 1 else { return try forEachBlock(body) }
    var merge = try RunMerge(runs)
    while let rows = try merge.next() { body(rows) }
  }

  /// Calls `body` with all rows of one number, many at a time.
  ///
  /// - Throws: where a run could not be written or read.
  package func forEachBlock(
    ofOrder order: Int64, _ body: (UnsafeBufferPointer<Row>) -> Void
  ) throws(MessageHistoryError) {
    try checkClosed()
    for run in runs {
      let start = try run.firstIndex(from: order)
      try run.forEachBlock(in: start..<(try run.firstIndex(from: order + 1)), body)
    }
  }

  private func checkClosed() throws(MessageHistoryError) {
    assert(open.isEmpty, "rows are handed out before their run is closed")
    if let failure { throw failure }
  }
}
