/// Bytes as ASCII letters, four for three.
///
/// Source: RFC 4648, section 4, and RFC 2045, section 6.8.
enum Base64 {
  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  /// The bytes of a line of 76 letters.
  private static let lineBytes = 57

  static func text(of bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    bytes.withUnsafeBufferPointer { append($0[...], to: &text) }
    return String(decoding: text, as: UTF8.self)
  }

  /// In lines of 76 letters, each with its end.
  static func lines(of bytes: [UInt8]) -> [UInt8] {
    var lines: [UInt8] = []
    lines.reserveCapacity(size(ofLines: bytes.count))
    bytes.withUnsafeBufferPointer { bytes in
      for start in stride(from: 0, to: bytes.count, by: lineBytes) {
        append(bytes[start..<min(start + lineBytes, bytes.count)], to: &lines)
        lines.append(0x0D)
        lines.append(0x0A)
      }
    }
    return lines
  }

  /// How long the lines of so many bytes are.
  static func size(ofLines count: Int) -> Int {
    (count + 2) / 3 * 4 + (count + lineBytes - 1) / lineBytes * 2
  }

  private static func append(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, to text: inout [UInt8]) {
    letters.withUnsafeBufferPointer { letters in
      var start = bytes.startIndex
      while start < bytes.endIndex {
        let count = min(3, bytes.endIndex - start)
        var bits = Int(bytes[start]) << 16
        if count > 1 { bits |= Int(bytes[start + 1]) << 8 }
        if count > 2 { bits |= Int(bytes[start + 2]) }
        text.append(letters[bits >> 18])
        text.append(letters[bits >> 12 & 63])
        text.append(count > 1 ? letters[bits >> 6 & 63] : UInt8(ascii: "="))
        text.append(count > 2 ? letters[bits & 63] : UInt8(ascii: "="))
        start += 3
      }
    }
  }
}
