import DelimitedText

/// The bytes of a file or a cell, one after the other, with the line that they are on.
struct ByteCursor {
  /// The line of the next byte, from 1.
  private(set) var line = 1
  private let file: InputFile?
  private var window: [UInt8]
  private var next = 0
  /// The byte of the file behind the window.
  private var offset = 0
  private(set) var fingerprint = BlockFingerprint()

  init(bytes: [UInt8]) {
    file = nil
    window = bytes
  }

  /// Begins behind a byte order mark, where there is one.
  init(file: InputFile) throws(MessageHistoryError) {
    self.file = file
    window = []
    if try peek() == 0xEF, window.starts(with: ByteOrderMark.utf8.bytes) { next = 3 }
  }

  /// The next byte, which stays the next one; nil at the end.
  mutating func peek() throws(MessageHistoryError) -> UInt8? {
    if next < window.count { return window[next] }
    guard try load() else { return nil }
    return window[0]
  }

  /// Takes the next byte; nil at the end.
  mutating func take() throws(MessageHistoryError) -> UInt8? {
    guard let byte = try peek() else { return nil }
    next += 1
    if byte == Byte.lineFeed { line += 1 }
    return byte
  }

  /// Takes the bytes up to a line feed or the end, and the line feed; nil at the end.
  ///
  /// - Throws: an error for more than `limit` bytes.
  mutating func takeLine(limit: Int = 1 << 20) throws(MessageHistoryError) -> [UInt8]? {
    guard try peek() != nil else { return nil }
    var bytes: [UInt8] = []
    while let byte = try take(), byte != Byte.lineFeed {
      bytes.append(byte)
      if bytes.count > limit {
        throw .recordTooLong(
          path: file?.name ?? "-", byte: offset - window.count + next - bytes.count, limit: limit,
          missing: .lineEnd)
      }
    }
    if bytes.last == Byte.carriageReturn { bytes.removeLast() }
    return bytes
  }

  private mutating func load() throws(MessageHistoryError) -> Bool {
    guard let file, offset < file.size else { return false }
    var block = [UInt8](repeating: 0, count: min(BlockFingerprint.blockSize, file.size - offset))
    let start = offset
    let result = block.withUnsafeMutableBytes { room in
      Result { () throws(MessageHistoryError) in try file.read(into: room, at: start) }
    }
    guard try result.get() == block.count else { throw .changedWhileRead(path: file.name) }
    block.withUnsafeBytes { fingerprint.append($0) }
    window = block
    next = 0
    offset += block.count
    return true
  }
}
