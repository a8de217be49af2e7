/// Records of one worker for one partition, in blocks: growing copies nothing and wastes little.
///
/// Its owner gives it the blocks, and takes them back.
struct RecordBuffer {
  typealias Block = UnsafeMutableBufferPointer<MessageRecord>

  private var blocks: [Block] = []
  /// Where the next record goes, and one past the last block.
  private var next: UnsafeMutablePointer<MessageRecord>?
  private var end: UnsafeMutablePointer<MessageRecord>?
  private var countBeforeLast = 0

  var count: Int { countBeforeLast + usedInLast }

  private var usedInLast: Int {
    guard let next, let start = blocks.last?.baseAddress else { return 0 }
    return next - start
  }

  /// Whether another record fits into the last block.
  @inline(__always)
  var hasRoom: Bool { next != end }

  /// The line of the cache behind the one in which the next record begins; that one is known.
  @inline(__always)
  var nextLine: UnsafeMutableRawPointer? { next.map { UnsafeMutableRawPointer($0) + 63 } }

  /// - Parameter record: kept only where there is room.
  @inline(__always)
  mutating func append(_ record: MessageRecord) {
    next?.initialize(to: record)
    next = next.map { $0 + 1 }
  }

  /// Gives it room for more records, once there is none left.
  mutating func add(_ block: Block) {
    countBeforeLast = count
    blocks.append(block)
    next = block.baseAddress
    end = next.map { $0 + block.count }
  }

  /// Calls `body` with the records of each block.
  func forEachBlock<Failure: Error>(
    _ body: (Block) throws(Failure) -> Void
  ) throws(Failure) {
    for (index, block) in blocks.enumerated() {
      let used = index == blocks.count - 1 ? usedInLast : block.count
      try body(Block(rebasing: block[..<used]))
    }
  }

  /// Gives all blocks away; records are trivial, so nothing else is to be done.
  mutating func takeBlocks() -> [Block] {
    defer { self = RecordBuffer() }
    return blocks
  }
}

extension RecordBuffer {
  /// Records of the largest block, which is 64 KiB.
  static let largestBlock = (64 << 10) / MemoryLayout<MessageRecord>.stride
}
