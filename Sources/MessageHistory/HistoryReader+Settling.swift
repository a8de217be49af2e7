extension HistoryReader {
  /// Settles all partitions, each in one worker's hands.
  ///
  /// - Parameters:
  ///   - decoded: what the workers decoded; it is given up.
  ///   - partitionBits: the number of partitions is two to this power.
  ///   - pages: the memory of the records.
  /// - Returns: the partitions by number, and what is known of all of them.
  /// - Throws: `MessageHistoryError` where an input is not as it was, or a temporary file fails.
  func settle(
    _ decoded: [PartitionedRecords], partitionBits: Int, in pages: RecordPages
  ) throws(MessageHistoryError) -> ([Partition], SettledSummary) {
    let files = try spilledFiles(of: decoded)
    let traits = tables.traits.all
    let slices = tables.slices.all.count
    let counter = WorkCounter(count: 1 << partitionBits)
    let parts = try withWorkers(workers) { _ throws(MessageHistoryError) -> SettledPart in
      var settling = PartitionSettling(
        partitionBits: partitionBits, inputs: inputs, traits: traits, slices: slices,
        pages: pages)
      let rooms = (read: RecordRoom(), settled: RecordRoom())
      var partitions: [(number: Int, partition: Partition)] = []
      while let number = counter.take() {
        let partition =
          if let files {
            try Partition(number, in: files, by: &settling, rooms: rooms)
          } else {
            try Partition(number, in: decoded, by: &settling)
          }
        partitions.append((number, partition))
      }
      return SettledPart(partitions: partitions, summary: settling.summed())
    }
    let partitions = parts.flatMap(\.partitions).sorted { $0.number < $1.number }
    return (
      partitions.map(\.partition),
      parts.reduce(into: SettledSummary(slices: slices)) { $0 += $1.summary }
    )
  }

  /// What one worker settled.
  private struct SettledPart: Sendable {
    var partitions: [(number: Int, partition: Partition)]
    var summary: SettledSummary
  }

  /// The workers' files; nil where all records fit into memory.
  ///
  /// Where some did not, all go into the files, so that the memory is free for what is to come.
  private func spilledFiles(
    of decoded: [PartitionedRecords]
  ) throws(MessageHistoryError) -> [SpilledRecords]? {
    guard decoded.contains(where: \.hasSpilled) else { return nil }
    return try concurrently(decoded.count, workers: workers) { number throws(MessageHistoryError) in
      try decoded[number].spillAll()
    }
  }
}
