/// One worker's way through partitions: sorts each, removes duplicates, settles the order of equal
/// instants, and sums up what is left.
struct PartitionSettling: ~Copyable {
  private let traits: [MessageTraits]
  private var sorting: ConversationSort
  private let identities = IdentityFilter()
  private var deduplication: Deduplication
  private var order: ReadingOrder
  private var times = DecodedTimes()
  /// Where the conversations at hand begin among the rows that will be handed out together.
  private let starts = UnsafeMutablePointer<Int32>.allocate(capacity: usualCount + 1)

  /// So many are settled before they are handed out, or those of a longer conversation: few enough
  /// for them, and for what is made of them, to stay in the cache.
  private static let usualCount = 2_048

  /// - Parameters:
  ///   - partitionBits: leading bits that the hashes of a partition's records have in common.
  ///   - inputs: where the cells of rows of equal instants are read.
  ///   - traits: all traits, by index.
  ///   - slices: the number of slices.
  init(
    partitionBits: Int, inputs: PreparedInputs, traits: [MessageTraits], slices: Int
  ) {
    self.traits = traits
    sorting = ConversationSort(partitionBits: partitionBits)
    deduplication = Deduplication(inputs: inputs)
    order = ReadingOrder(rows: RowFetcher(inputs: inputs))
    if slices > 0 { times.expect(UInt32(slices - 1)) }
  }

  deinit { starts.deallocate() }

  /// Settles the records of one partition.
  ///
  /// - Parameters:
  ///   - workers: all of them, as they were read, by the worker that decoded them.
  ///   - body: gets those of some whole conversations at a time, valid during the call.
  /// - Throws: `MessageHistoryError` where an input is not as it was.
  mutating func settle(
    _ workers: [[RecordBuffer.Block]], _ body: (SettledRows) -> Void
  ) throws(MessageHistoryError) {
    let records = sorting.bucketed(workers)
    guard let base = records.baseAddress else { return }
    var batch = Batch(base: base, starts: starts)
    var start = 0
    while start < records.count {
      let end = sorting.endOfBucket(of: base + start)
      let bucket = RecordBuffer.Block(start: base + start, count: end &- start)
      if isSettled(bucket) {
        take(bucket, into: &batch, body)
      } else {
        try settleWithCare(bucket, into: &batch, body)
      }
      start = end
    }
    batch.handOut(body)
  }

  /// Whether records of a bucket are one conversation of which nothing is left to settle.
  @inline(__always)
  private func isSettled(_ bucket: RecordBuffer.Block) -> Bool {
    guard let first = bucket.baseAddress else { return true }
    let (conversation, tail) = (first.pointee.conversation, first.pointee.conversationTail)
    var lastMoment = Int64.min
    // Whatever is no zero takes care.
    var doubts: UInt64 = 0
    for record in first..<first + bucket.count {
      doubts |=
        record.pointee.conversation ^ conversation
        | UInt64(record.pointee.conversationTail ^ tail)
        | (record.pointee.moment <= lastMoment ? 1 : 0)
        | identities.enter(record.pointee.identity)
      lastMoment = record.pointee.moment
    }
    identities.remove(bucket)
    return doubts == 0
  }

  /// Settles the records of a bucket, which may be of more than one conversation.
  @inline(never)
  private mutating func settleWithCare(
    _ bucket: RecordBuffer.Block, into batch: inout Batch, _ body: (SettledRows) -> Void
  ) throws(MessageHistoryError) {
    ConversationSort.sort(bucket)
    var start = 0
    while start < bucket.count {
      var end = start + 1
      while end < bucket.count, bucket[end].isOfSameConversation(as: bucket[start]) { end += 1 }
      var rows = RecordBuffer.Block(rebasing: bucket[start..<end])
      if !isSettled(rows) {
        rows = RecordBuffer.Block(rebasing: rows[..<deduplication.removeDuplicates(rows)])
        try order.settleTies(rows)
      }
      take(rows, into: &batch, body)
      start = end
    }
  }

  /// Takes a settled conversation into the summary, and among the rows that are handed out next.
  @inline(__always)
  private mutating func take(
    _ rows: RecordBuffer.Block, into batch: inout Batch, _ body: (SettledRows) -> Void
  ) {
    guard let first = rows.baseAddress, rows.count > 0 else { return }
    times.add(
      from: first.pointee.moment, to: first[rows.count &- 1].moment,
      traits[Int(first.pointee.traits)].slice)
    if batch.rowCount &+ rows.count > Self.usualCount { batch.handOut(body) }
    batch.append(rows)
  }

  /// The summary of all partitions that were settled.
  func summed() -> SettledSummary {
    var summary = SettledSummary(times: times.times)
    summary.duplicates += deduplication.counts
    return summary
  }
}

extension PartitionSettling {
  /// Settled rows that will be handed out together, which lie where they were settled.
  private struct Batch {
    /// Where the rows begin, and where the next one goes.
    private var first: UnsafeMutablePointer<MessageRecord>
    private var next: UnsafeMutablePointer<MessageRecord>
    /// Where their conversations begin.
    private let starts: UnsafeMutablePointer<Int32>
    private var conversations = 0

    /// - Parameters:
    ///   - base: where the first row will lie.
    ///   - starts: room for the starts of as many conversations as are handed out together, and one
    ///     more.
    init(base: UnsafeMutablePointer<MessageRecord>, starts: UnsafeMutablePointer<Int32>) {
      first = base
      next = base
      self.starts = starts
    }

    @inline(__always)
    var rowCount: Int { next - first }

    /// Adds the rows of a conversation, which lie behind those that it has, mostly at once.
    @inline(__always)
    mutating func append(_ rows: RecordBuffer.Block) {
      guard let start = rows.baseAddress else { return }
      if conversations == 0 {
        first = start
        next = start
      } else if next != start {
        // Between them were duplicates.
        next.update(from: start, count: rows.count)
      }
      starts[conversations] = Int32(truncatingIfNeeded: rowCount)
      conversations &+= 1
      next += rows.count
    }

    /// Hands the rows out, if there are any, and begins with others.
    @inline(never)
    mutating func handOut(_ body: (SettledRows) -> Void) {
      guard conversations > 0 else { return }
      starts[conversations] = Int32(truncatingIfNeeded: rowCount)
      body(
        SettledRows(
          records: UnsafeBufferPointer(start: first, count: rowCount),
          starts: UnsafeBufferPointer(start: starts, count: conversations + 1)))
      conversations = 0
      first = next
    }
  }
}
