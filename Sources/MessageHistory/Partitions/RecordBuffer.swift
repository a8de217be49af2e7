/// Records of one worker for one partition, in blocks: growing copies nothing and wastes little.
struct RecordBuffer {
  private var blocks: [UnsafeMutableBufferPointer<MessageRecord>] = []
  private var usedInLast = 0
  private(set) var count = 0

  /// Records of the first block, and of the largest, which is 128 KiB.
  private static let smallestBlock = 64
  private static let largestBlock = (128 << 10) / MemoryLayout<MessageRecord>.stride

  mutating func append(_ record: MessageRecord) {
    if blocks.isEmpty || usedInLast == blocks[blocks.count - 1].count { addBlock() }
    blocks[blocks.count - 1].initializeElement(at: usedInLast, to: record)
    usedInLast += 1
    count += 1
  }

  private mutating func addBlock() {
    let size = min(max(count, Self.smallestBlock), Self.largestBlock)
    blocks.append(
      size == Self.largestBlock ? PageMemory.allocate(size) : .allocate(capacity: size))
    usedInLast = 0
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
