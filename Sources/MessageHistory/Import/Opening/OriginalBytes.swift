import Crypto

/// The bytes of an input as it was given, packed and encoded as they were.
enum OriginalBytes: Sendable {
  /// They can be read again.
  case file(InputContent)
  /// They came once; their SHA-256, where it was asked for before.
  case passed(sha256: [UInt8]?)

  /// Reads them once more where they can be; nil where they cannot, and nobody asked in time.
  ///
  /// - Throws: `MessageHistoryError` where they cannot be read or are not as they were.
  func sha256(name: String) throws(MessageHistoryError) -> [UInt8]? {
    switch self {
    case .passed(let sha256): return sha256
    case .file(let content): return try Self.sha256(of: content, name: name)
    }
  }

  private static func sha256(
    of content: InputContent, name: String
  ) throws(MessageHistoryError) -> [UInt8] {
    var hash = SHA256()
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { room.deallocate() }
    var offset = 0
    while offset < content.count {
      let count = try content.read(into: room, at: offset, name: name)
      guard count > 0 else { break }
      hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: room[..<count]))
      offset += count
    }
    guard offset == content.count, content.isUnchanged else { throw .changedWhileRead(path: name) }
    return Array(hash.finalize())
  }
}
