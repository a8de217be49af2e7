/// Writes many small pieces behind what a spool has, as many together as are written at once.
package struct SpoolWriter: ~Copyable {
  private let spool: Spool
  private let step = UnsafeMutableRawBufferPointer.allocate(
    byteCount: OpenDescriptor.mostWritten, alignment: 64)
  private var filled = 0

  package init(spool: Spool) {
    self.spool = spool
  }

  deinit {
    step.deallocate()
  }

  /// Takes bytes, which are written now or later.
  ///
  /// - Throws: `MessageHistoryError` where they could not be written.
  package mutating func append(_ bytes: UnsafeRawBufferPointer) throws(MessageHistoryError) {
    var bytes = bytes
    while !bytes.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: bytes.prefix(step.count - filled))
      UnsafeMutableRawBufferPointer(rebasing: step[filled...]).copyMemory(from: part)
      filled += part.count
      bytes = UnsafeRawBufferPointer(rebasing: bytes[part.count...])
      if filled == step.count { try flush() }
    }
  }

  /// Writes what is left; to be called at the end.
  ///
  /// - Throws: as `append`.
  package mutating func flush() throws(MessageHistoryError) {
    guard filled > 0 else { return }
    try spool.append(UnsafeRawBufferPointer(rebasing: step[..<filled]))
    filled = 0
  }
}
