/// One worker's way to blocks for records, of 64 KiB or of the size that some records need.
struct BlockSupply: ~Copyable {
  let pages: RecordPages
  /// Where the next block of the chunk taken last begins, and how many are left.
  private var next: UnsafeMutableRawPointer?
  private var left = 0
  private var free: [RecordBuffer.Block] = []
  /// What becomes of blocks that are too many to be kept.
  private var release: PageRelease

  /// A conversation of more records has a block of its own where it does not fit behind others, so
  /// that no more than a quarter of a block is lost.
  static let mostBesideOthers = RecordBuffer.largestBlock / 4
  /// 4 MiB; a partition takes about two.
  private static let mostFree = 64

  init(_ pages: RecordPages) {
    self.pages = pages
    release = PageRelease(of: pages)
  }

  deinit {
    var release = PageRelease(of: pages)
    for block in free { release.add(block) }
    for number in 0..<left {
      release.add(RecordPages.block(at: next.map { $0 + number * RecordPages.stride }))
    }
  }

  /// A block for so many records and no more.
  func takeBlock(for count: Int) -> RecordBuffer.Block { pages.takeChunk(records: count) }

  /// A block of 64 KiB.
  mutating func takeBlock() -> RecordBuffer.Block {
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
    return RecordPages.block(at: next)
  }

  /// Takes a block of 64 KiB back, to be given out again or back to the system.
  mutating func giveBack(_ block: RecordBuffer.Block) {
    if free.count < Self.mostFree {
      free.append(block)
    } else {
      release.add(block)
    }
  }
}
