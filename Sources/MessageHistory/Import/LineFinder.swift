package import DelimitedText

/// Counts the lines of a file up to ascending offsets.
package struct LineFinder {
  /// Ordinal of the input.
  package let input: Int
  private let file: InputFile
  private var counter: LineCounter
  private var offset = 0
  private var block = [UInt8](repeating: 0, count: 1 << 20)

  package init(file: InputFile, input: Int, dialect: Dialect) {
    self.file = file
    self.input = input
    // In a text whose records end at a CR, a LF in a cell begins a line too.
    counter = LineCounter(lineEnd: dialect.lineEnd == .lf ? .lf : .any)
  }

  /// The line, from 1, of the byte at `target`; targets ascend.
  ///
  /// - Throws: `MessageHistoryError` where the file is not as it was.
  package mutating func line(at target: Int) throws(MessageHistoryError) -> Int {
    while offset < target {
      let wanted = min(block.count, target - offset)
      let position = offset
      let read = block.withUnsafeMutableBytes { room in
        Result { () throws(MessageHistoryError) in
          try file.read(
            into: UnsafeMutableRawBufferPointer(rebasing: room[..<wanted]), at: position)
        }
      }
      let count = try read.get()
      guard count == wanted else {
        throw .changedWhileRead(path: file.name)
      }
      block.withUnsafeBytes {
        counter.advance(over: UnsafeRawBufferPointer(rebasing: $0[..<count]))
      }
      offset += count
    }
    return counter.line
  }
}
