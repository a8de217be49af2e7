import CSystem

/// The records that one worker has decoded, scattered by conversation.
///
/// What passes the worker's share of memory goes into a file of its own, so that workers have
/// nothing to tell one another while they read. It is handed from the worker that filled it to those
/// that walk over partitions; each buffer is touched by one thread at a time.
final class PartitionedRecords: @unchecked Sendable {
  private let buffers: UnsafeMutableBufferPointer<RecordBuffer>
  /// By how much half of a conversation's number is shifted to be a partition's.
  private let shift: UInt64
  private let plan: PartitionPlan
  /// Records that the blocks have room for, until something is spilled.
  private var held = 0
  /// Where greater blocks come from, until something is spilled.
  private let pages: RecordPages
  private var freshBlocks = FreshBlocks()
  /// Where blocks come from where spilling is expected, or has happened and will happen again.
  private var arena: RecordArena?
  private let makeSpool: SpoolMaker
  private var spool: Spool?
  private var runs: [SpilledRecords.Run] = []
  private var failure: MessageHistoryError?

  /// Opens a file for records.
  typealias SpoolMaker = @Sendable () throws(MessageHistoryError) -> Spool

  /// - Parameters:
  ///   - plan: the number of partitions, and the memory.
  ///   - pages: the memory for records while they fit.
  ///   - makeSpool: is called once something does not fit.
  init(plan: PartitionPlan, pages: RecordPages, makeSpool: @escaping SpoolMaker) {
    self.plan = plan
    self.pages = pages
    arena = plan.expectsSpilling ? RecordArena(plan) : nil
    self.makeSpool = makeSpool
    buffers = .allocate(capacity: plan.partitions)
    buffers.initialize(repeating: RecordBuffer())
    // Half of it, so that one partition takes a shift that is less than 64.
    shift = UInt64(63 - plan.partitionBits)
  }

  deinit {
    giveUpAll()
    buffers.deinitialize()
    buffers.deallocate()
  }

  // MARK: Filling

  /// Keeps a record; whether that went well is told by `checkSpilling`.
  @inline(__always)
  func append(_ record: MessageRecord) {
    let partition = Int(truncatingIfNeeded: (record.conversation >> 1) &>> shift)
    if !buffers[partition].hasRoom {
      let block = nextBlock(for: partition)
      buffers[partition].add(block)
    }
    buffers[partition].append(record)
    // Hundreds of rows go elsewhere before the next one comes here.
    csystem_prefetch_for_writing(buffers[partition].nextLine)
  }

  @inline(never)
  private func nextBlock(for partition: Int) -> RecordBuffer.Block {
    if let arena {
      if !arena.hasBlock { spillOrFail() }
      return arena.takeBlock()
    }
    let size = plan.sizeOfBlock(after: buffers[partition].count)
    if held == 0 || held + size <= plan.recordsOfWorker {
      held += size
      return size == RecordBuffer.largestBlock
        ? pages.takeBlock(from: &freshBlocks) : .allocate(capacity: size)
    }
    spillOrFail()
    // The first blocks were small ones, which the allocator would keep.
    csystem_trim_memory()
    let arena = RecordArena(plan)
    self.arena = arena
    return arena.takeBlock()
  }

  /// Ends the filling: what is left of memory is for others.
  func finish() { pages.takeBack(&freshBlocks) }

  // MARK: Spilling

  /// Whether some of the records are in the file.
  var hasSpilled: Bool { !runs.isEmpty }

  /// - Throws: why records could not be written into the file, if so.
  func checkSpilling() throws(MessageHistoryError) {
    if let failure { throw failure }
  }

  /// Appending is done for each row, so that it throws nothing; after a failure records are lost
  /// until somebody looks.
  private func spillOrFail() {
    do throws(MessageHistoryError) {
      try writeRun()
    } catch {
      failure = failure ?? error
    }
    giveUpAll()
    arena?.reset()
  }

  private func writeRun() throws(MessageHistoryError) {
    let spool = try spool.opened(by: makeSpool)
    var run = SpilledRecords.Run(start: spool.count)
    var writer = SpoolWriter(spool: spool)
    var packer = RecordPacker()
    for partition in buffers.indices {
      var blocks: [RecordBuffer.Block] = []
      buffers[partition].forEachBlock { blocks.append($0) }
      var size = 0
      for start in stride(from: 0, to: blocks.count, by: RecordPacker.blocksTogether) {
        let packed = packer.pack(blocks[start...].prefix(RecordPacker.blocksTogether))
        try writer.append(packed)
        size += packed.count
      }
      run.add(size)
    }
    try writer.flush()
    runs.append(run)
  }

  /// Writes what is left in memory into the file too, gives the memory back, and hands the file out.
  func spillAll() throws(MessageHistoryError) -> SpilledRecords {
    try checkSpilling()
    try writeRun()
    giveUpAll()
    arena = nil
    return SpilledRecords(spool: try spool.opened(by: makeSpool), runs: runs)
  }

  // MARK: What is in memory

  /// Calls `body` with the records of a partition, block by block.
  func forEachBlock(in partition: Int, _ body: (RecordBuffer.Block) -> Void) {
    buffers[partition].forEachBlock(body)
  }

  /// Gives a partition's blocks up, some of the greater ones to whom they are of use.
  func release(_ partition: Int, by release: inout PageRelease) {
    self.release(partition) { if !pages.keepSpare($0) { release.add($0) } }
  }

  /// Gives the memory of all blocks back.
  private func giveUpAll() {
    var release = PageRelease(of: pages)
    for partition in buffers.indices { self.release(partition) { release.add($0) } }
    pages.giveUp(&freshBlocks, by: &release)
  }

  /// Gives a partition's blocks up; `body` gets those of pages.
  private func release(_ partition: Int, _ body: (RecordBuffer.Block) -> Void) {
    for block in buffers[partition].takeBlocks() where arena == nil {
      if block.count == RecordBuffer.largestBlock {
        body(block)
      } else {
        block.deallocate()
      }
    }
  }
}
