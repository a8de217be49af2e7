import DelimitedText

/// Reads inputs into a settled history: decoding, deduplication and reading order, in parallel.
package struct HistoryReader: Sendable {
  let inputs: [PreparedInput]
  private let tables: HistoryTables
  private let workers: Int
  private let progress: ReadingProgress?

  /// - Parameters:
  ///   - inputs: in the order in which they were listed.
  ///   - tables: the keys, aliases and automation senders.
  ///   - workers: how many threads work at once; at least 1.
  ///   - progress: where the bytes read are counted; nil where nobody looks.
  package init(
    inputs: [PreparedInput], tables: HistoryTables, workers: Int, progress: ReadingProgress? = nil
  ) {
    self.inputs = inputs
    self.tables = tables
    self.workers = max(1, workers)
    self.progress = progress
  }

  /// Refuses more inputs than places can tell apart, best before any of them is opened.
  package static func allow(inputs count: Int) throws(MessageHistoryError) {
    guard count <= Place.greatestInput else {
      throw .tooManyInputs(count: count, limit: Place.greatestInput)
    }
  }

  /// Reads everything.
  ///
  /// - Throws: `MessageHistoryError`, also for a file of which no row could be used.
  package func read() throws(MessageHistoryError) -> History {
    try Self.allow(inputs: inputs.count)
    progress?.expect(inputs.reduce(0) { $0 + $1.file.size })
    let queue = ChunkQueue(inputs)
    let decoded: [Decoded]
    do throws(MessageHistoryError) {
      decoded = try withWorkers(workers) { _ throws(MessageHistoryError) in
        try decode(from: queue)
      }
    } catch {
      throw queue.failure ?? error
    }
    for input in inputs where !input.file.isUnchanged {
      throw .changedWhileRead(path: input.file.name)
    }
    let counts = CountsByInput(inputs: inputs.count, parts: decoded.map(\.counts))
    if let inputs = try inputsToReadAgain(counts) {
      return try HistoryReader(
        inputs: inputs, tables: tables, workers: workers, progress: progress
      ).read()
    }
    try refuseUnusable(counts)
    let (partitions, duplicates) = try settle(decoded.map(\.records))
    return History(
      inputs: inputs, tables: tables, partitions: partitions, traits: tables.traits.all,
      slices: tables.slices.all, pages: tables.slices.pages.texts,
      channels: tables.slices.channels.texts, employees: tables.employees.keys.texts,
      names: tables.employees.names.texts, counts: counts, duplicates: duplicates,
      rejected: decoded.flatMap(\.rejected).sorted { $0.place < $1.place },
      fingerprints: zip(inputs, queue.fingerprints).map { $0.origin?.fingerprint ?? $1 },
      irregularQuoting: inputs.reduce(into: queue.irregularQuoting) {
        $0 += $1.origin?.irregularQuoting ?? IrregularQuoting()
      })
  }

  // MARK: Decoding

  /// What one worker decoded.
  private struct Decoded: Sendable {
    var records: PartitionedRecords
    var rejected: [RejectedRow] = []
    var counts = PartialCounts()
  }

  private func decode(from queue: ChunkQueue) throws(MessageHistoryError) -> Decoded {
    let records = PartitionedRecords(partitionBits: partitionBits)
    var decoded = Decoded(records: records)
    var decoder = RowDecoder(tables: tables)
    var chunk = Chunk()
    while try queue.next(&chunk) {
      progress?.add(chunk.range.count)
      let input = inputs[chunk.input]
      let (number, offset) = (chunk.input, chunk.offset)
      let start = Place(input: number, offset: offset)
      chunk.index.withRecords(of: chunk.records, dialect: input.dialect) { batch in
        decoder.decode(batch, by: input.reading, from: start) { place, outcome in
          switch outcome {
          case .message(let message): records.append(message)
          case .rejected(let reason):
            decoded.rejected.append(RejectedRow(place: place, reason: reason))
          case .noRow: break
          }
        }
      }
      var counts = decoder.takeCounts()
      // Nearly always all of it is, which is told at about the speed of memory.
      if !chunk.records.isUTF8 {
        countRecordsNotUTF8(chunk, input.dialect, in: &counts)
      }
      decoded.counts.add(counts, of: number)
    }
    return decoded
  }

  private func countRecordsNotUTF8(
    _ chunk: borrowing Chunk, _ dialect: Dialect, in counts: inout InputCounts
  ) {
    chunk.index.withRecords(of: chunk.records, dialect: dialect) { records in
      for record in records where !record.bytes.isUTF8 {
        counts.recordsNotUTF8 += 1
        counts.firstNotUTF8 = min(counts.firstNotUTF8 ?? .max, chunk.offset + record.start)
      }
    }
  }

  /// So many that a partition's records fit into a core's cache: about two mebibytes.
  private var partitionBits: Int {
    let bytes = inputs.reduce(0) { $0 + $1.file.size }
    var bits = 0
    while bits < 12, bytes >> (bits + 23) > 0 { bits += 1 }
    return bits
  }

  private func refuseUnusable(_ counts: CountsByInput) throws(MessageHistoryError) {
    for (input, counts) in zip(inputs, counts) where counts.rowsRead > 0 {
      if counts.usableTimestamps == 0 {
        throw .noUsableTimestamp(
          path: input.file.name, rows: counts.rowsRead,
          datesAlone: counts.timestamps.datesAlone)
      }
      if counts.directionsNeeded > 0, counts.directionsKnown == 0 {
        throw .noKnownDirection(
          path: input.file.name, rows: counts.rowsRead,
          words: counts.unknownDirections.frequent(ofRows: counts.rowsRead).map(\.word))
      }
    }
  }

  // MARK: Settling

  private func settle(
    _ decoded: [PartitionedRecords]
  ) throws(MessageHistoryError) -> ([Partition], DuplicateCounts) {
    let counter = WorkCounter(count: 1 << partitionBits)
    let settled = try withWorkers(workers) {
      _ throws(MessageHistoryError) -> [(number: Int, partition: Partition, DuplicateCounts)] in
      var settled: [(number: Int, partition: Partition, DuplicateCounts)] = []
      var order = ReadingOrder(rows: RowFetcher(inputs: inputs))
      while let number = counter.take() {
        let partition = Partition(
          draining: decoded, partition: number, partitionBits: partitionBits)
        settled.append((number, partition, try partition.settle(order: &order)))
      }
      return settled
    }
    let all = settled.joined().sorted { $0.number < $1.number }
    let duplicates = all.reduce(into: DuplicateCounts()) { $0 += $1.2 }
    return (all.map(\.partition), duplicates)
  }
}
