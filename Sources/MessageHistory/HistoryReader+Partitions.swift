extension HistoryReader {
  /// Makes partitions of what the workers have decoded.
  ///
  /// Where some records did not fit into memory, all go into the files, so that the memory is free
  /// for what is to come.
  ///
  /// - Parameters:
  ///   - decoded: what the workers decoded.
  ///   - plan: the number of partitions.
  /// - Returns: the partitions by number.
  /// - Throws: `MessageHistoryError` where a temporary file fails.
  func partitions(
    of decoded: [PartitionedRecords], by plan: PartitionPlan
  ) throws(MessageHistoryError) -> [Partition] {
    guard decoded.contains(where: \.hasSpilled) else {
      return (0..<plan.partitions).map { Partition($0, in: decoded) }
    }
    let files = try concurrently(decoded.count, workers: workers) {
      number throws(MessageHistoryError) in
      try decoded[number].spillAll()
    }
    return (0..<plan.partitions).map { Partition($0, in: files) }
  }
}
