/// The memory for a history's records, straight from the system.
///
/// It is taken in chunks of 32 blocks, since the workers of a process wait for one another whenever
/// one of them takes memory from the system. Blocks go from hand to hand: what was decoded into
/// some is settled into others, which are then free for what is settled next, so that the system
/// has to provide and clear each page but once.
final class RecordPages: Sendable {
  // Nobody keeps a pointer beyond this object's life; each block is in one worker's hands.
  private struct Chunk: @unchecked Sendable {
    let memory: UnsafeMutableBufferPointer<MessageRecord>
  }

  private let chunks = Locked<[Chunk]>([])

  static let blocksPerChunk = 32
  /// Bytes from block to block: all pages of a block are its own.
  static let stride = 64 << 10

  deinit {
    for chunk in chunks.withLock({ $0 }) { PageMemory.deallocate(chunk.memory) }
  }

  /// Memory for `count` records; it begins with a page, and is as many whole ones as it takes.
  func takeChunk(records count: Int) -> UnsafeMutableBufferPointer<MessageRecord> {
    let chunk = Chunk(memory: PageMemory.allocate(count))
    chunks.withLock { $0.append(chunk) }
    return chunk.memory
  }
}
