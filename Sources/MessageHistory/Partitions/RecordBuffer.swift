/// Records of one worker for one partition, in blocks: growing copies nothing and wastes little.
struct RecordBuffer {
  private var blocks: [UnsafeMutableBufferPointer<MessageRecord>] = []
  private var usedInLast = 0
  private(set) var count = 0

  /// Records of the first block, and of the largest: 3 kB and 96 kB.
  private static let smallestBlock = 64
  private static let largestBlock = 2_048

  mutating func append(_ record: MessageRecord) {
    if blocks.isEmpty || usedInLast == blocks[blocks.count - 1].count { addBlock() }
    blocks[blocks.count - 1].initializeElement(at: usedInLast, to: record)
    usedInLast += 1
    count += 1
  }

  private mutating func addBlock() {
    let size = min(max(count, Self.smallestBlock), Self.largestBlock)
    blocks.append(.allocate(capacity: size))
    usedInLast = 0
  }

  /// Moves all records to `target` and gives the memory back.
  mutating func drain(into target: UnsafeMutablePointer<MessageRecord>) {
    var next = target
    for (index, block) in blocks.enumerated() {
      let used = index == blocks.count - 1 ? usedInLast : block.count
      if let base = block.baseAddress { next.moveInitialize(from: base, count: used) }
      next += used
    }
    deallocate()
  }

  /// Gives the memory back; records are trivial, so nothing else is to be done.
  mutating func deallocate() {
    for block in blocks { block.deallocate() }
    self = RecordBuffer()
  }
}
