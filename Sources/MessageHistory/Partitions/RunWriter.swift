/// Writes a worker's records into its spill file, in steps of a mebibyte.
struct RunWriter: ~Copyable {
  private let spool: Spool
  private let step = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 64)
  private var filled = 0

  init(spool: Spool) {
    self.spool = spool
  }

  deinit {
    step.deallocate()
  }

  mutating func append(_ bytes: UnsafeRawBufferPointer) throws(MessageHistoryError) {
    var bytes = bytes
    while !bytes.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: bytes.prefix(step.count - filled))
      UnsafeMutableRawBufferPointer(rebasing: step[filled...]).copyMemory(from: part)
      filled += part.count
      bytes = UnsafeRawBufferPointer(rebasing: bytes[part.count...])
      if filled == step.count { try flush() }
    }
  }

  mutating func flush() throws(MessageHistoryError) {
    guard filled > 0 else { return }
    try spool.append(UnsafeRawBufferPointer(rebasing: step[..<filled]))
    filled = 0
  }
}
