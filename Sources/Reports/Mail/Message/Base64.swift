/// Bytes as ASCII letters, four for three.
///
/// Source: RFC 4648, section 4, and RFC 2045, section 6.8.
enum Base64 {
  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  /// The bytes of a line of 76 letters.
  private static let lineBytes = 57

  static func text(of bytes: [UInt8]) -> String {
    let text = [UInt8](unsafeUninitializedCapacity: (bytes.count + 2) / 3 * 4) { text, count in
      bytes.withUnsafeBufferPointer { count = write($0[...], to: text[...]) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// In lines of 76 letters, each with its end.
  static func lines(of bytes: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: size(ofLines: bytes.count)) { lines, count in
      bytes.withUnsafeBufferPointer { bytes in
        for start in stride(from: 0, to: bytes.count, by: lineBytes) {
          count += write(
            bytes[start..<min(start + lineBytes, bytes.count)], to: lines[count...])
          lines[count] = 0x0D
          lines[count + 1] = 0x0A
          count += 2
        }
      }
    }
  }

  /// How long the lines of so many bytes are.
  static func size(ofLines count: Int) -> Int {
    (count + 2) / 3 * 4 + (count + lineBytes - 1) / lineBytes * 2
  }

  /// Writes the letters of some bytes at the start of a room.
  ///
  /// - Returns: how many.
  private static func write(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, to room: Slice<UnsafeMutableBufferPointer<UInt8>>
  ) -> Int {
    letters.withUnsafeBufferPointer { letters in
      let bytes = UnsafeBufferPointer(rebasing: bytes)
      let room = UnsafeMutableBufferPointer(rebasing: room)
      var start = 0
      var count = 0
      while start < bytes.count {
        let rest = bytes.count - start
        let second = rest > 1 ? Int(bytes[start + 1]) : 0
        let third = rest > 2 ? Int(bytes[start + 2]) : 0
        let bits = Int(bytes[start]) << 16 | second << 8 | third
        room[count] = letters[bits >> 18]
        room[count + 1] = letters[bits >> 12 & 63]
        room[count + 2] = rest > 1 ? letters[bits >> 6 & 63] : UInt8(ascii: "=")
        room[count + 3] = rest > 2 ? letters[bits & 63] : UInt8(ascii: "=")
        start += 3
        count += 4
      }
      return count
    }
  }
}
