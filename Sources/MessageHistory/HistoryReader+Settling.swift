extension HistoryReader {
  /// The partitions by number, and what is known of all of them: those in memory are settled, each in
  /// one worker's hands.
  ///
  /// - Parameters:
  ///   - decoded: what the workers decoded; it is given up.
  ///   - plan: the number of partitions.
  ///   - pages: the memory of the records.
  /// - Returns: both.
  /// - Throws: `MessageHistoryError` where an input is not as it was, or a temporary file fails.
  func partitions(
    of decoded: [PartitionedRecords], by plan: PartitionPlan, in pages: RecordPages
  ) throws(MessageHistoryError) -> ([Partition], KnownSummary) {
    let traits = tables.traits.all
    let slices = tables.slices.all.count
    if decoded.contains(where: \.hasSpilled) {
      return try spilledPartitions(of: decoded, by: plan, traits, slices: slices)
    }
    let counter = WorkCounter(count: plan.partitions)
    let parts = try withWorkers(workers) { _ throws(MessageHistoryError) -> SettledPart in
      var settling = PartitionSettling(
        partitionBits: plan.partitionBits, inputs: inputs, traits: traits, slices: slices,
        pages: pages)
      var partitions: [(number: Int, partition: Partition)] = []
      while let number = counter.take() {
        partitions.append((number, try Partition(number, in: decoded, by: &settling)))
      }
      return SettledPart(partitions: partitions, summary: settling.summed())
    }
    let partitions = parts.flatMap(\.partitions).sorted { $0.number < $1.number }
    let summary = parts.reduce(into: SettledSummary(slices: slices)) { $0 += $1.summary }
    return (partitions.map(\.partition), KnownSummary(summary, isSettled: true))
  }

  /// What one worker settled.
  private struct SettledPart: Sendable {
    var partitions: [(number: Int, partition: Partition)]
    var summary: SettledSummary
  }

  /// The partitions in files, and what is known of them before they are settled.
  ///
  /// Where some records did not fit into memory, all go into the files, so that the memory is free
  /// for what is to come.
  private func spilledPartitions(
    of decoded: [PartitionedRecords], by plan: PartitionPlan, _ traits: [MessageTraits], slices: Int
  ) throws(MessageHistoryError) -> ([Partition], KnownSummary) {
    let files = try concurrently(decoded.count, workers: workers) {
      number throws(MessageHistoryError) in
      try decoded[number].spillAll()
    }
    var times = RecordTimes(slices: slices)
    for file in files { times += file.times.times(traits: traits, slices: slices) }
    return (
      (0..<plan.partitions).map { Partition($0, in: files) },
      KnownSummary(SettledSummary(times: times), isSettled: false)
    )
  }
}
