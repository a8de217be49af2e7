/// Records of one worker for one partition, in blocks: growing copies nothing and wastes little.
struct RecordBuffer {
  private var blocks: [UnsafeMutableBufferPointer<MessageRecord>] = []
  /// Where the next record goes, and one past the last block.
  private var next: UnsafeMutablePointer<MessageRecord>?
  private var end: UnsafeMutablePointer<MessageRecord>?
  private var countBeforeLast = 0

  /// Records of the first block, and of the largest, which is 128 KiB.
  private static let smallestBlock = 64
  private static let largestBlock = (128 << 10) / MemoryLayout<MessageRecord>.stride

  var count: Int { countBeforeLast + usedInLast }

  private var usedInLast: Int {
    guard let next, let start = blocks.last?.baseAddress else { return 0 }
    return next - start
  }

  @inline(__always)
  mutating func append(_ record: MessageRecord) {
    if next == end { addBlock() }
    next?.initialize(to: record)
    next = next.map { $0 + 1 }
  }

  @inline(never)
  private mutating func addBlock() {
    countBeforeLast = count
    let size = min(max(count, Self.smallestBlock), Self.largestBlock)
    let block =
      size == Self.largestBlock
      ? PageMemory.allocate(size)
      : UnsafeMutableBufferPointer<MessageRecord>.allocate(capacity: size)
    blocks.append(block)
    next = block.baseAddress
    end = next.map { $0 + size }
  }

  /// Calls `body` with the records of each block.
  func forEachBlock(_ body: (UnsafeMutableBufferPointer<MessageRecord>) -> Void) {
    for (index, block) in blocks.enumerated() {
      let used = index == blocks.count - 1 ? usedInLast : block.count
      body(UnsafeMutableBufferPointer(rebasing: block[..<used]))
    }
  }

  /// Gives the memory back; records are trivial, so nothing else is to be done.
  mutating func deallocate() {
    for block in blocks {
      if block.count == Self.largestBlock {
        PageMemory.deallocate(block)
      } else {
        block.deallocate()
      }
    }
    self = RecordBuffer()
  }
}
