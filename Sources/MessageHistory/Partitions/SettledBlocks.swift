/// A block with the settled records of some conversations, each of which is whole.
struct SettledBlock {
  /// All of the block.
  let room: RecordBuffer.Block
  /// How many records are at its front.
  let count: Int

  var records: UnsafeBufferPointer<MessageRecord> {
    UnsafeBufferPointer(UnsafeMutableBufferPointer(rebasing: room[..<count]))
  }
}

/// The settled records of a partition on their way into blocks.
struct SettledBlocks: ~Copyable {
  private var full: [SettledBlock] = []
  private var current: RecordBuffer.Block
  private var used = 0

  /// - Parameter first: where records go as long as there is room.
  init(first: RecordBuffer.Block) {
    current = first
  }

  /// Whether so many more records go into the current block.
  @inline(__always)
  func hasRoom(for count: Int) -> Bool { current.count &- used >= count }

  /// Goes on with another block.
  mutating func add(_ block: RecordBuffer.Block) {
    full.append(SettledBlock(room: current, count: used))
    current = block
    used = 0
  }

  /// The room for so many records behind those of the current block, which has it.
  @inline(__always)
  func room(for count: Int) -> RecordBuffer.Block {
    RecordBuffer.Block(rebasing: current[used..<used &+ count])
  }

  /// Keeps records that were put into the room.
  @inline(__always)
  mutating func keep(_ count: Int) { used &+= count }

  /// Keeps records at the front of a block of their own.
  mutating func keep(_ count: Int, apart block: RecordBuffer.Block) {
    full.append(SettledBlock(room: block, count: count))
  }

  /// All blocks.
  consuming func blocks() -> [SettledBlock] {
    full.append(SettledBlock(room: current, count: used))
    return full
  }
}
