/// One worker's way to blocks of 64 KiB for records.
struct BlockSupply: ~Copyable {
  let pages: RecordPages
  /// Where the next block of the chunk taken last begins, and how many are left.
  private var next: UnsafeMutableRawPointer?
  private var left = 0

  init(_ pages: RecordPages) {
    self.pages = pages
  }

  deinit {
    var release = PageRelease(of: pages)
    for number in 0..<left {
      release.add(RecordPages.block(at: next.map { $0 + number * RecordPages.stride }))
    }
  }

  /// A block of 64 KiB.
  mutating func takeBlock() -> RecordBuffer.Block {
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
}
