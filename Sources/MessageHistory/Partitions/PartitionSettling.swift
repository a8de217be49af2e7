/// One worker's way through partitions: sorts each, removes duplicates, settles the order of equal
/// instants, and sums up what is left.
struct PartitionSettling: ~Copyable {
  private let traits: [MessageTraits]
  private var sorting: ConversationSort
  private let identities = IdentityFilter()
  private var deduplication = Deduplication()
  private var order: ReadingOrder
  private var summary: SettledSummary
  /// Where records are settled.
  private let room = RecordRoom()

  /// So many are settled before they are handed out, or those of a longer conversation: few enough
  /// for them, and for what is made of them, to stay in the cache.
  private static let usualCount = 2_048

  /// - Parameters:
  ///   - partitionBits: leading bits that the hashes of a partition's records have in common.
  ///   - inputs: where the cells of rows of equal instants are read.
  ///   - traits: all traits, by index.
  ///   - slices: the number of slices.
  init(
    partitionBits: Int, inputs: [PreparedInput], traits: [MessageTraits], slices: Int
  ) {
    self.traits = traits
    sorting = ConversationSort(partitionBits: partitionBits)
    order = ReadingOrder(rows: RowFetcher(inputs: inputs))
    summary = SettledSummary(slices: slices)
  }

  /// Settles the records of one partition.
  ///
  /// - Parameters:
  ///   - blocks: all of them, as they were read.
  ///   - body: gets those of some whole conversations at a time, valid during the call.
  /// - Throws: `MessageHistoryError` where an input is not as it was.
  mutating func settle(
    _ blocks: [RecordBuffer.Block], _ body: (UnsafeBufferPointer<MessageRecord>) -> Void
  ) throws(MessageHistoryError) {
    var entries = sorting.sortedEntries(of: blocks)[...]
    var settled = room.records(Self.usualCount)
    var count = 0
    func handOut() {
      if count > 0 { body(UnsafeBufferPointer(rebasing: settled[..<count])) }
      count = 0
    }
    while let first = entries.first {
      var length = 1
      while length < entries.count,
        entries[entries.startIndex &+ length].conversation == first.conversation
      { length &+= 1 }
      if length > settled.count &- count {
        handOut()
        settled = room.records(max(length, Self.usualCount))
      }
      count &+= try settle(
        UnsafeBufferPointer(rebasing: entries.prefix(length)),
        into: RecordBuffer.Block(rebasing: settled[count..<count &+ length]))
      entries = entries.dropFirst(length)
    }
    handOut()
  }

  /// Settles the records of entries of one hash.
  ///
  /// - Returns: how many are left, at the front.
  @inline(__always)
  private mutating func settle(
    _ entries: UnsafeBufferPointer<ConversationSort.Entry>, into rows: RecordBuffer.Block
  ) throws(MessageHistoryError) -> Int {
    guard gather(entries, into: rows) else { return try settleWithCare(rows) }
    note(rows)
    return rows.count
  }

  /// Copies the records of entries of one hash.
  ///
  /// - Returns: whether they are one conversation of which nothing is left to settle.
  @inline(__always)
  private func gather(
    _ entries: UnsafeBufferPointer<ConversationSort.Entry>,
    into rows: UnsafeMutableBufferPointer<MessageRecord>
  ) -> Bool {
    let tail = entries[0].record.pointee.conversationTail
    var lastMoment = Int64.min
    // Whatever is no zero takes care.
    var doubts: UInt64 = 0
    for index in 0..<rows.count {
      let record = entries[index].record.pointee
      rows.initializeElement(at: index, to: record)
      doubts |=
        UInt64(record.conversationTail ^ tail) | (record.moment == lastMoment ? 1 : 0)
        | identities.enter(record.identity)
      lastMoment = record.moment
    }
    identities.remove(rows)
    return doubts == 0
  }

  /// Settles rows of one hash, which may be of more than one conversation.
  ///
  /// - Returns: how many are left, at the front.
  private mutating func settleWithCare(
    _ rows: UnsafeMutableBufferPointer<MessageRecord>
  ) throws(MessageHistoryError) -> Int {
    var rows = rows
    rows.sort { $0.precedes($1) }
    var written = 0
    var start = 0
    while start < rows.count {
      var end = start + 1
      while end < rows.count, rows[end].isOfSameConversation(as: rows[start]) { end += 1 }
      let conversation = UnsafeMutableBufferPointer(rebasing: rows[start..<end])
      let kept = UnsafeMutableBufferPointer(
        rebasing: conversation[..<deduplication.removeDuplicates(conversation)])
      try order.settleTies(kept)
      note(kept)
      for record in kept {
        rows[written] = record
        written += 1
      }
      start = end
    }
    return written
  }

  /// Takes a settled conversation into the summary.
  @inline(__always)
  private mutating func note(_ rows: UnsafeMutableBufferPointer<MessageRecord>) {
    guard let first = rows.first, let last = rows.last else { return }
    summary.times.add(
      first.instant...last.instant, slice: Int(traits[Int(first.traits)].slice))
  }

  /// The summary of all partitions that were settled.
  func summed() -> SettledSummary {
    var summary = summary
    summary.duplicates += deduplication.counts
    return summary
  }
}
