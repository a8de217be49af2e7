/// One worker's way to blocks for records, of 64 KiB or, for more records than that, of their size.
struct BlockSupply: ~Copyable {
  let pages: RecordPages
  /// Where the next block of the chunk taken last begins, and how many are left.
  private var next: UnsafeMutableRawPointer?
  private var left = 0
  private var free: [RecordBuffer.Block] = []

  init(_ pages: RecordPages) {
    self.pages = pages
  }

  deinit {
    var release = PageRelease(of: pages)
    for block in free { release.add(block) }
  }

  /// A block for at least `count` records.
  mutating func takeBlock(atLeast count: Int = 1) -> RecordBuffer.Block {
    guard count <= RecordBuffer.largestBlock else { return pages.takeChunk(records: count) }
    if let block = free.popLast() { return block }
    if left == 0 {
      let size = RecordPages.blocksPerChunk * RecordPages.stride
      let chunk = pages.takeChunk(records: size / MemoryLayout<MessageRecord>.stride)
      next = UnsafeMutableRawPointer(chunk.baseAddress)
      left = RecordPages.blocksPerChunk
    }
    defer {
      next = next.map { $0 + RecordPages.stride }
      left -= 1
    }
    return RecordBuffer.Block(
      start: next?.assumingMemoryBound(to: MessageRecord.self), count: RecordBuffer.largestBlock)
  }

  /// Takes a block of the usual size back, to be given out again.
  mutating func giveBack(_ block: RecordBuffer.Block) { free.append(block) }
}
