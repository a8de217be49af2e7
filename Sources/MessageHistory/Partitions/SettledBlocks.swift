/// The settled records of a partition on their way into blocks, each of which holds whole
/// conversations.
struct SettledBlocks: ~Copyable {
  private var full: [RecordBuffer.Block] = []
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
    full.append(RecordBuffer.Block(rebasing: current[..<used]))
    current = block
    used = 0
  }

  /// The room behind the records of the current block.
  @inline(__always)
  var room: UnsafeMutablePointer<MessageRecord>? { current.baseAddress.map { $0 + used } }

  /// Keeps records that were put into the room.
  @inline(__always)
  mutating func keep(_ count: Int) { used &+= count }

  /// What was filled of all blocks.
  consuming func blocks() -> [RecordBuffer.Block] {
    add(RecordBuffer.Block(start: nil, count: 0))
    return full
  }
}
