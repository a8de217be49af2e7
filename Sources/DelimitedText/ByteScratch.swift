/// Room for cells that had to be unescaped; they stay where they are until it is reset.
package struct ByteScratch: ~Copyable {
  private static let usualBlock = 1 << 16

  private var blocks: [UnsafeMutableRawBufferPointer] = []
  private var usedInLast = 0

  package init() {}

  deinit {
    for block in blocks { block.deallocate() }
  }

  /// Ends the validity of all bytes handed out and keeps the greatest block for the next ones.
  package mutating func reset() {
    if usedInLast > 0 { empty() }
  }

  private mutating func empty() {
    usedInLast = 0
    guard blocks.count > 1, let kept = blocks.max(by: { $0.count < $1.count }) else { return }
    for block in blocks where block.baseAddress != kept.baseAddress { block.deallocate() }
    blocks = [kept]
  }

  /// Writes at most `count` bytes through `write`, which answers how many it wrote.
  mutating func append(
    atMost count: Int, _ write: (UnsafeMutableRawBufferPointer) -> Int
  ) -> UnsafeRawBufferPointer {
    let block = blockWithRoom(for: count)
    let room = UnsafeMutableRawBufferPointer(rebasing: block[usedInLast..<usedInLast + count])
    let written = min(write(room), count)
    usedInLast += written
    return UnsafeRawBufferPointer(rebasing: room[..<written])
  }

  /// Keeps a copy of some bytes.
  package mutating func copy(_ bytes: [UInt8]) -> UnsafeRawBufferPointer {
    append(atMost: bytes.count) { room in
      room.copyBytes(from: bytes)
      return bytes.count
    }
  }

  private mutating func blockWithRoom(for count: Int) -> UnsafeMutableRawBufferPointer {
    if let last = blocks.last, last.count - usedInLast >= count { return last }
    let block = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(count, Self.usualBlock), alignment: 16)
    blocks.append(block)
    usedInLast = 0
    return block
  }
}
