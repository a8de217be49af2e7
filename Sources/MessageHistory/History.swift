internal import CRowKeys
package import DelimitedText

/// A history that is read and ready to be walked over.
package struct History: Sendable {
  package let inputs: PreparedInputs
  package let tables: HistoryTables
  /// By the leading bits of their conversations' hashes, two to some power of them.
  package let partitions: [Partition]
  /// All traits, by index.
  package let traits: [MessageTraits]
  package let slices: [SliceTable.Slice]
  /// Page ids by index.
  package let pages: [[UInt8]]
  /// Channels by index.
  package let channels: [[UInt8]]
  /// Employees' keys by index; index 0 is the blank key.
  package let employees: [[UInt8]]
  /// Sender names by index; index 0 is none.
  package let names: [[UInt8]]
  /// Counts by input.
  package let counts: CountsByInput
  let summary: KnownSummary
  /// The memory of the records, for what is made of them while they are given up; nil where they lie
  /// in temporary files, since they did not fit.
  package let recordPages: RecordPages?
  /// In the order of inputs and rows.
  package let rejected: [RejectedRow]
  /// A fingerprint by input.
  package let fingerprints: [BlockFingerprint]
  package let irregularQuoting: IrregularQuoting

  /// Whether the records lie, or lay, in temporary files.
  package var isInFiles: Bool { recordPages == nil }

  /// All inputs together.
  package var totals: InputCounts { counts.reduce(into: InputCounts()) { $0 += $1 } }

  /// What was left out because another row says the same.
  package var duplicates: DuplicateCounts { summary.now.duplicates }

  /// From when to when the rows are that are kept.
  ///
  /// Of a history that is not settled at once they may be others after the first walk, where its
  /// newest row, or the oldest one of a slice, is a duplicate.
  package var times: RecordTimes { summary.now.times }

  /// From the oldest to the newest instant of the rows kept; nil where there is none.
  package var span: ClosedRange<Instant>? { times.span }

  /// By slice index: whether there is a row of it, up to `limit`.
  package func seenSlices(upTo limit: Instant) -> [Bool] {
    times.oldestBySlice.map { oldest in oldest.map { $0 <= limit } ?? false }
  }

  /// Walks over all conversations with several workers, each with a value of its own.
  ///
  /// - Parameters:
  ///   - workers: at least 1.
  ///   - isLast: gives up each partition's records once it is walked over; nothing can be asked of
  ///     them after that.
  ///   - begin: makes the value that a worker begins with.
  ///   - body: gets the worker's value and some conversations, in an order that means nothing.
  ///   - finish: makes of a worker's value what is returned.
  /// - Returns: what was made of the workers' values.
  /// - Throws: `MessageHistoryError` where records that did not fit into memory cannot be read back.
  package func walk<Value: ~Copyable, Made: Sendable>(
    workers: Int, isLast: Bool = false, from begin: @Sendable () -> Value,
    _ body: @Sendable (inout Value, Conversations) -> Void,
    finish: @Sendable (consuming Value) -> Made
  ) throws(MessageHistoryError) -> [Made] {
    let counter = WorkCounter(count: partitions.count)
    let tables = TraitTables(traits)
    let walked = try withWorkers(workers) {
      _ throws(MessageHistoryError) -> (made: Made, summary: SettledSummary) in
      var value = begin()
      var reader = PartitionReader(self)
      var release = PageRelease(of: recordPages)
      try tables.withView { traits throws(MessageHistoryError) in
        while let number = counter.take() {
          try partitions[number].withConversations(traits: traits, by: &reader) {
            body(&value, $0)
          }
          if isLast { partitions[number].release(by: &release) }
        }
      }
      return (finish(value), reader.summed())
    }
    summary.settle(
      walked.reduce(into: SettledSummary(slices: slices.count)) { $0 += $1.summary })
    return walked.map(\.made)
  }

  /// Makes all known of the records, where it is not yet.
  func settle(workers: Int) throws(MessageHistoryError) {
    guard !summary.isSettled else { return }
    _ = try walk(workers: workers, from: {}) { _, _ in
    } finish: {
    }
  }

  /// Walks over all conversations one by one, with several workers and a value for each.
  ///
  /// - Parameters:
  ///   - workers: at least 1.
  ///   - initial: the value that each worker begins with.
  ///   - isLast: gives up each partition's records once it is walked over.
  ///   - body: gets the worker's value and a conversation, in an order that means nothing.
  /// - Returns: the workers' values.
  /// - Throws: `MessageHistoryError` where records that did not fit into memory cannot be read back.
  package func walk<Value: Sendable>(
    workers: Int, from initial: Value, isLast: Bool = false,
    _ body: @Sendable (inout Value, Conversation) -> Void
  ) throws(MessageHistoryError) -> [Value] {
    try walk(workers: workers, isLast: isLast, from: { initial }) { value, conversations in
      conversations.forEach { body(&value, $0) }
    } finish: {
      $0
    }
  }

  /// Calls `body` with the conversation of an id on a slice, if there is one.
  ///
  /// - Parameters:
  ///   - id: trimmed, as the rows have it.
  ///   - slice: the slice's index.
  ///   - body: gets the conversation, valid during the call.
  /// - Throws: what `body` throws, and `MessageHistoryError` where records cannot be read back.
  package func withConversation(
    id: [UInt8], slice: Int, _ body: (Conversation) throws -> Void
  ) throws {
    let secrets = RowSecrets(hash: tables.hash)
    let hash = id.withUnsafeBytes {
      secrets.hash(secrets.hash(of: $0, .conversation), slice: UInt32(slice))
    }
    // Shifting by 64 gives 0, as Swift defines it.
    let number = hash.high >> UInt64(64 - partitions.count.trailingZeroBitCount)
    var outcome = Result<Void, any Error>.success(())
    var reader = PartitionReader(self)
    try TraitTables(traits).withView { traits in
      try partitions[Int(number)].withConversations(traits: traits, by: &reader) {
        $0.forEach { conversation in
          guard conversation.isKeyed(by: (high: hash.high, low: hash.low)) else { return }
          outcome = Result { try body(conversation) }
        }
      }
    }
    try outcome.get()
  }

  /// A row of each conversation with its slice, sorted by place.
  ///
  /// - Throws: `MessageHistoryError` where records cannot be read back.
  package var conversationPlaces: [(place: Place, slice: Int)] {
    get throws(MessageHistoryError) {
      try walk(workers: 1, from: [(place: Place, slice: Int)]()) {
        $0.append(($1[0].place, Int($1.slice)))
      }.joined().sorted { $0.place < $1.place }
    }
  }

  /// Calls `body` with the records of each partition, one after the other, many at a time.
  func forEachPartition(
    _ body: (UnsafeBufferPointer<MessageRecord>) -> Void
  ) throws(MessageHistoryError) {
    var reader = PartitionReader(self)
    for partition in partitions { try partition.withRecords(by: &reader) { body($0.records) } }
  }
}
