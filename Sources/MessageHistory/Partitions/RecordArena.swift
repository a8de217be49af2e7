/// Memory of one size for a worker's records, given out in blocks and taken back as a whole.
///
/// Who spills fills the same memory again and again; taken from the system each time, its pages
/// would be cleared each time.
final class RecordArena {
  private let memory: UnsafeMutableBufferPointer<MessageRecord>
  private let blockSize: Int
  private var used = 0

  /// All that a worker may hold; that is one block at least.
  init(_ plan: PartitionPlan) {
    memory = PageMemory.allocate(
      max(plan.recordsOfWorker, plan.recordsOfBlock), isFilledSoon: false)
    blockSize = plan.recordsOfBlock
  }

  deinit {
    PageMemory.deallocate(memory)
  }

  /// Whether there is another block.
  var hasBlock: Bool { memory.count - used >= blockSize }

  /// The next block; the caller has seen that there is one.
  func takeBlock() -> RecordBuffer.Block {
    defer { used += blockSize }
    return RecordBuffer.Block(rebasing: memory[used..<used + blockSize])
  }

  /// Takes all blocks back.
  func reset() { used = 0 }
}
