import MessageHistory

/// One worker's way to small blocks for rows, which it owns.
struct RowBlocks<Row: FixedRow>: ~Copyable {
  /// Rows of a block.
  let size: Int
  private let pages: RecordPages
  /// Of `RecordPages.stride` bytes each, many blocks long.
  private var taken: [UnsafeMutableRawPointer] = []
  /// Where the next block begins, and how many are left of what was taken last.
  private var next: UnsafeMutablePointer<Row>?
  private var left = 0
  /// Blocks that were given back.
  private var free: [UnsafeMutablePointer<Row>] = []

  /// Small, since each of some hundred buckets has one that is half empty on the average; and smaller
  /// where there are thousands.
  private static var greatestBytes: Int { 16 << 10 }
  private static var bytesOfOneEach: Int { 32 << 20 }

  /// - Parameters:
  ///   - rows: all that there shall be memory for.
  ///   - buckets: how many they lie in.
  ///   - pages: the memory.
  init(forRows rows: Int, inBuckets buckets: Int, from pages: RecordPages) {
    let bytes = min(Self.greatestBytes, Self.bytesOfOneEach / buckets)
    // Under a small budget blocks are so small that there are four for each bucket.
    size = max(1, min(bytes / MemoryLayout<Row>.stride, rows / (4 * buckets)))
    self.pages = pages
  }

  deinit {
    pages.giveBack(taken)
  }

  /// A block, with something in it.
  mutating func take() -> UnsafeMutablePointer<Row> {
    if let block = free.popLast() { return block }
    if left == 0 {
      let memory = pages.takeBlock()
      taken.append(memory)
      left = RecordPages.stride / (size * MemoryLayout<Row>.stride)
      next = memory.bindMemory(to: Row.self, capacity: left * size)
    }
    let block = next.unsafelyUnwrapped
    next = block + size
    left -= 1
    return block
  }

  /// Takes a block back.
  mutating func giveBack(_ block: UnsafeMutablePointer<Row>) { free.append(block) }
}
