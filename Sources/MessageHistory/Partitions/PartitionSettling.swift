/// One worker's way through partitions: sorts each, removes duplicates, settles the order of equal
/// instants, and sums up what is left.
struct PartitionSettling {
  private let traits: [MessageTraits]
  private var sorting: ConversationSort
  private var deduplication = Deduplication()
  private var order: ReadingOrder
  private(set) var summary: SettledSummary

  /// - Parameters:
  ///   - partitionBits: leading bits that the hashes of a partition's records have in common.
  ///   - inputs: where the cells of rows of equal instants are read.
  ///   - traits: all traits, by index.
  ///   - slices: the number of slices.
  init(partitionBits: Int, inputs: [PreparedInput], traits: [MessageTraits], slices: Int) {
    self.traits = traits
    sorting = ConversationSort(partitionBits: partitionBits)
    order = ReadingOrder(rows: RowFetcher(inputs: inputs))
    summary = SettledSummary(slices: slices)
  }

  /// Settles the records of one partition.
  ///
  /// - Parameters:
  ///   - blocks: all of them, as they were read.
  ///   - records: where they go; as many as in the blocks.
  /// - Returns: how many are left, at the front.
  /// - Throws: `MessageHistoryError` where an input is not as it was.
  mutating func settle(
    _ blocks: [RecordBuffer.Block], into records: UnsafeMutableBufferPointer<MessageRecord>
  ) throws(MessageHistoryError) -> Int {
    sorting.sort(blocks, into: records)
    var written = 0
    var start = 0
    while start < records.count {
      var end = start + 1
      while end < records.count, records[end].isOfSameConversation(as: records[start]) { end += 1 }
      let conversation = UnsafeMutableBufferPointer(rebasing: records[start..<end])
      let kept = deduplication.removeDuplicates(conversation)
      try order.settleTies(UnsafeMutableBufferPointer(rebasing: conversation[..<kept]))
      if kept > 0 {
        summary.add(
          conversation[0].instant...conversation[kept - 1].instant,
          slice: Int(traits[Int(conversation[0].traits)].slice))
      }
      if written != start {
        for index in 0..<kept { records[written + index] = conversation[index] }
      }
      written += kept
      start = end
    }
    return written
  }

  /// The summary of all partitions that were settled.
  func summed() -> SettledSummary {
    var summary = summary
    summary.add(deduplication.counts)
    return summary
  }
}
