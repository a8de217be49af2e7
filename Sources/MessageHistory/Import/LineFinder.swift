import DelimitedText

/// Counts the lines of an input up to ascending offsets; where its rows came out of an export,
/// reads the line that each brought along.
package struct LineFinder {
  private let file: InputFile
  private let isUnfolded: Bool
  private var counter: LineCounter
  private var offset = 0
  private var block = [UInt8](repeating: 0, count: 1 << 20)

  package init(_ input: PreparedInput) {
    file = input.file
    isUnfolded = input.origin != nil
    let dialect = input.dialect
    // In a text whose records end at a CR, a LF in a cell begins a line too.
    counter = LineCounter(lineEnd: dialect.lineEnd == .lf ? .lf : .any)
  }

  /// The line, from 1, of the byte at `target`; targets ascend.
  ///
  /// - Throws: `MessageHistoryError` where the file is not as it was.
  package mutating func line(at target: Int) throws(MessageHistoryError) -> Int {
    if isUnfolded { return try lineBrought(at: target) }
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

  /// The number that the record at `target` begins with.
  private mutating func lineBrought(at target: Int) throws(MessageHistoryError) -> Int {
    let result = block.withUnsafeMutableBytes { room in
      Result { () throws(MessageHistoryError) in
        try file.read(
          into: UnsafeMutableRawBufferPointer(rebasing: room[..<Self.longestNumber]), at: target)
      }
    }
    let count = try result.get()
    let digits = block[..<count].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return Int(String(decoding: digits, as: UTF8.self)) ?? 0
  }

  private static let longestNumber = 20
}
