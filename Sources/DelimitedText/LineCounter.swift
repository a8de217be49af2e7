/// Counts lines through a text that comes in stretches, at the speed of memory.
///
/// Lines are needed only for what is reported, so that nothing else has to keep them.
package struct LineCounter: Sendable {
  /// The line that the next byte is on, from 1.
  package private(set) var line: Int
  private let lineEnd: Dialect.LineEnd
  private let kernel: ScanKernel
  // Where both CR and CR LF end lines, a LF after this does not end another one.
  private var followsCarriageReturn = false

  package init(
    line: Int = 1, lineEnd: Dialect.LineEnd = .lf, kernel: ScanKernel = .best
  ) {
    self.line = line
    self.lineEnd = lineEnd
    self.kernel = kernel
  }

  /// Counts the lines that end in `bytes`.
  package mutating func advance(over bytes: UnsafeRawBufferPointer) {
    switch lineEnd {
    case .lf:
      line += kernel.count(of: Byte.lineFeed, in: bytes)
    case .cr:
      line += kernel.count(of: Byte.carriageReturn, in: bytes)
    case .any:
      for byte in bytes {
        if byte == Byte.carriageReturn || byte == Byte.lineFeed && !followsCarriageReturn {
          line += 1
        }
        followsCarriageReturn = byte == Byte.carriageReturn
      }
    }
  }

  /// The lines that the bytes at `offsets` of `bytes` are on; `bytes` are the text's next ones.
  ///
  /// `offsets` ascend, from 0 to the count of `bytes`; an offset before the one ahead of it is on
  /// that one's line.
  package func lines(ofAscending offsets: [Int], in bytes: UnsafeRawBufferPointer) -> [Int] {
    var counter = self
    var position = 0
    return offsets.map { offset in
      let end = min(max(offset, position), bytes.count)
      counter.advance(over: UnsafeRawBufferPointer(rebasing: bytes[position..<end]))
      position = end
      return counter.line
    }
  }
}
