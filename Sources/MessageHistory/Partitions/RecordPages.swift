import Synchronization

/// The memory for a history's records, straight from the system.
///
/// It is taken in chunks of 32 blocks, since the workers of a process wait for one another whenever
/// one of them takes memory from the system. What is made of records while these are walked over
/// takes the blocks that they have left, so that the system has to provide and clear each page but
/// once.
package final class RecordPages: Sendable {
  // Nobody keeps a pointer beyond this object's life; each block is in one worker's hands.
  private struct Chunk: @unchecked Sendable {
    let memory: UnsafeMutableBufferPointer<MessageRecord>
  }

  private let chunks = Locked<[Chunk]>([])
  /// Blocks that records have left, for what is made of them.
  private let spare = Locked<[Chunk]>([])
  /// How many spare blocks are kept, and not given back to the system.
  private let mostSpare = Atomic(usualMostSpare)

  static let blocksPerChunk = 32
  /// Bytes from block to block: all pages of a block are its own.
  package static let stride = 64 << 10
  /// 4 MiB: what two workers make of records takes half of what these leave.
  private static let usualMostSpare = 64
  /// As many blocks are taken from the system at once where there is no spare one.
  private static let freshBlocks = 4

  package init() {}

  deinit {
    for chunk in chunks.withLock({ $0 }) { PageMemory.deallocate(chunk.memory) }
  }

  /// Memory for `count` records; it begins with a page, and is as many whole ones as it takes.
  func takeChunk(records count: Int) -> UnsafeMutableBufferPointer<MessageRecord> {
    let chunk = Chunk(memory: PageMemory.allocate(count))
    chunks.withLock { $0.append(chunk) }
    return chunk.memory
  }

  // MARK: For what is made of records

  /// Keeps all blocks that are left from now on, for those who will need most of them.
  package func keepSpareBlocks() {
    mostSpare.store(.max, ordering: .relaxed)
  }

  /// Keeps a block of 64 KiB that records have left; false where enough of them are kept.
  func keepSpare(_ block: RecordBuffer.Block) -> Bool {
    guard block.count == RecordBuffer.largestBlock else { return false }
    let mostSpare = mostSpare.load(ordering: .relaxed)
    return spare.withLock {
      guard $0.count < mostSpare else { return false }
      $0.append(Chunk(memory: block))
      return true
    }
  }

  /// A block of `stride` bytes, with something in it, that lives as long as these pages.
  package func takeBlock() -> UnsafeMutableRawPointer {
    let block = spare.withLock { spare in
      if spare.isEmpty { addFreshBlocks(to: &spare) }
      return spare.removeLast()
    }
    return UnsafeMutableRawPointer(block.memory.baseAddress.unsafelyUnwrapped)
  }

  private func addFreshBlocks(to spare: inout [Chunk]) {
    let size = Self.freshBlocks * Self.stride
    let chunk = UnsafeMutableRawBufferPointer(
      takeChunk(records: size / MemoryLayout<MessageRecord>.stride))
    for number in 0..<Self.freshBlocks {
      let block = Self.block(at: chunk.baseAddress.map { $0 + number * Self.stride })
      spare.append(Chunk(memory: block))
    }
  }

  /// A block of 64 KiB at its place.
  static func block(at start: UnsafeMutableRawPointer?) -> RecordBuffer.Block {
    RecordBuffer.Block(
      start: start?.assumingMemoryBound(to: MessageRecord.self), count: RecordBuffer.largestBlock)
  }

  /// Gives the memory of blocks, which were taken by `takeBlock`, back to the system, while others
  /// work, or keeps it where spare blocks are kept.
  package func giveBack(_ blocks: [UnsafeMutableRawPointer]) {
    let blocks = blocks.map { Chunk(memory: Self.block(at: $0)) }.filter { !keepSpare($0.memory) }
    let release = { @Sendable [self] in
      var release = PageRelease(of: self)
      for block in blocks { release.add(block.memory) }
    }
    if blocks.count > Self.freshBlocks, let thread = WorkerThread(release) {
      thread.detach()
    } else {
      release()
    }
  }
}
