import Crypto
import MessageHistory

/// The SHA-256 of an input's bytes, as `sha256sum` shows it, for those who keep such lists.
struct InputChecksum {
  let sha256: String

  /// Reads the input once more.
  ///
  /// - Throws: `MessageHistoryError` where it cannot be read or is not as it was.
  init(of file: InputFile) throws(MessageHistoryError) {
    var hash = SHA256()
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { room.deallocate() }
    var offset = 0
    while offset < file.size {
      let count = try file.read(into: room, at: offset)
      guard count > 0 else { break }
      hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: room[..<count]))
      offset += count
    }
    guard offset == file.size, file.isUnchanged else { throw .changedWhileRead(path: file.name) }
    sha256 = hash.finalize().hexadecimal
  }
}
