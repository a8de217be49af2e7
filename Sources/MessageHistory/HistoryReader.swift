import DelimitedText

/// Reads inputs into a settled history: decoding, deduplication and reading order, in parallel.
package struct HistoryReader: Sendable {
  let inputs: PreparedInputs
  let tables: HistoryTables
  let workers: Int
  private let memory: MemoryBudget
  private let unusedMemory: @Sendable () -> Int?
  private let settlesAtOnce: Bool
  private let progress: ReadingProgress?
  private let makeSpool: PartitionedRecords.SpoolMaker

  /// - Parameters:
  ///   - inputs: in the order in which they were listed.
  ///   - tables: the keys, aliases and automation senders.
  ///   - workers: how many threads work at once; at least 1.
  ///   - memory: records beyond its share are kept in temporary files.
  ///   - unusedMemory: tells the bytes that are neither in use nor hold what the system read of files,
  ///     or nil; it is asked only where there will be temporary files.
  ///   - settlesAtOnce: whether all is known of the history at once; else, of one in temporary files,
  ///     after the first walk, as `History.times` tells.
  ///   - progress: where the bytes read are counted; nil where nobody looks.
  package init(
    inputs: [PreparedInput], tables: HistoryTables, workers: Int,
    memory: MemoryBudget = .unbounded, unusedMemory: @escaping @Sendable () -> Int? = { nil },
    settlesAtOnce: Bool = true, progress: ReadingProgress? = nil
  ) {
    self.init(
      inputs: inputs, tables: tables, workers: workers, memory: memory, unusedMemory: unusedMemory,
      settlesAtOnce: settlesAtOnce, progress: progress
    ) { () throws(MessageHistoryError) in
      try Spool(folder: Spool.usualFolder, for: .records)
    }
  }

  /// A reader whose temporary files are made by `makeSpool`, one for each worker that needs it.
  init(
    inputs: [PreparedInput], tables: HistoryTables, workers: Int, memory: MemoryBudget,
    unusedMemory: @escaping @Sendable () -> Int? = { nil }, settlesAtOnce: Bool = true,
    progress: ReadingProgress? = nil, makeSpool: @escaping PartitionedRecords.SpoolMaker
  ) {
    self.inputs = PreparedInputs(inputs)
    self.tables = tables
    self.workers = max(1, workers)
    self.memory = memory
    self.unusedMemory = unusedMemory
    self.settlesAtOnce = settlesAtOnce
    self.progress = progress
    self.makeSpool = makeSpool
  }

  /// Reads everything.
  ///
  /// - Throws: `MessageHistoryError`, also for a file of which no row could be used.
  package func read() throws(MessageHistoryError) -> History {
    try inputs.checkSize()
    switch try attempt() {
    case .read(let history):
      if settlesAtOnce { try history.settle(workers: workers) }
      return history
    case .anew(let inputs):
      // What was decoded is given up by now.
      return try HistoryReader(
        inputs: inputs, tables: tables, workers: workers, memory: memory,
        unusedMemory: unusedMemory, settlesAtOnce: settlesAtOnce, progress: progress,
        makeSpool: makeSpool
      ).read()
    }
  }

  private enum Attempt {
    case read(History)
    /// With the orders of dates that the inputs have proven.
    case anew([PreparedInput])
  }

  private func attempt() throws(MessageHistoryError) -> Attempt {
    progress?.expect(inputs.size)
    let plan = PartitionPlan(bytes: inputs.size, workers: workers, memory: memory.records)
    let pages = RecordPages()
    let queue = ChunkQueue(
      inputs, relief: plan.expectsSpilling ? CacheRelief(unusedMemory: unusedMemory) : nil)
    let decoded: [Decoded]
    do throws(MessageHistoryError) {
      decoded = try withWorkers(workers) { _ throws(MessageHistoryError) in
        try decode(
          from: queue, into: PartitionedRecords(plan: plan, pages: pages, makeSpool: makeSpool))
      }
    } catch {
      throw queue.failure ?? error
    }
    for input in inputs where !input.file.isUnchanged {
      throw .changedWhileRead(path: input.file.name)
    }
    let counts = CountsByInput(inputs: inputs.count, parts: decoded.map(\.counts))
    if let inputs = try inputsToReadAgain(counts) { return .anew(inputs) }
    try refuseUnusable(counts)
    let slices = tables.slices.all
    var times = RecordTimes(slices: slices.count)
    for part in decoded { times += part.times }
    let partitions = try partitions(of: decoded.map(\.records), by: plan)
    return .read(
      History(
        inputs: inputs, tables: tables, partitions: partitions, traits: tables.traits.all,
        slices: slices, pages: tables.slices.pages.texts,
        channels: tables.slices.channels.texts, employees: tables.employees.keys.texts,
        names: tables.employees.names.texts, counts: counts,
        summary: KnownSummary(decoded: times),
        recordPages: decoded.contains(where: \.records.hasSpilled) ? nil : pages,
        rejected: decoded.flatMap(\.rejected).sorted { $0.place < $1.place },
        fingerprints: zip(inputs, queue.fingerprints).map { $0.origin?.fingerprint ?? $1 },
        irregularQuoting: inputs.reduce(into: queue.irregularQuoting) {
          $0 += $1.origin?.irregularQuoting ?? IrregularQuoting()
        }))
  }

  // MARK: Decoding

  /// What one worker decoded.
  private struct Decoded: Sendable {
    var records: PartitionedRecords
    var times = RecordTimes(slices: 0)
    var rejected: [RejectedRow] = []
    var counts = PartialCounts()
  }

  private func decode(
    from queue: ChunkQueue, into records: PartitionedRecords
  ) throws(MessageHistoryError) -> Decoded {
    var decoded = Decoded(records: records)
    var decoder = RowDecoder(tables: tables)
    var chunk = Chunk()
    while try queue.next(&chunk) {
      progress?.add(chunk.range.count)
      let input = inputs[chunk.input]
      let (number, offset) = (chunk.input, chunk.offset)
      let start = inputs.place(of: offset, in: number)
      chunk.index.withRecords(of: chunk.records, dialect: input.dialect) { batch in
        decoder.decode(
          batch, ofInput: number, by: input.reading, from: start, into: records)
      }
      do throws(MessageHistoryError) {
        try records.checkSpilling()
      } catch {
        queue.giveUp(error)
        throw error
      }
      var counts = decoder.takeCounts()
      // Nearly always all of it is, which the scanner has seen, or is told at about the speed of
      // memory.
      let rest = chunk.records.dropFirst(chunk.index.asciiPrefix)
      if !UnsafeRawBufferPointer(rebasing: rest).isUTF8 {
        countRecordsNotUTF8(chunk, input.dialect, in: &counts)
      }
      decoded.counts.add(counts, of: number)
    }
    records.finish()
    decoded.times = decoder.recordTimes
    decoded.rejected = decoder.rejected
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
}
