/// Bytes as ASCII letters, four for three.
///
/// Source: RFC 4648, section 4, and RFC 2045, section 6.8.
enum Base64 {
  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  /// The bytes of a line of 76 letters.
  private static let lineBytes = 57

  static func text(of bytes: [UInt8]) -> String {
    String(decoding: encoded(bytes[...]), as: UTF8.self)
  }

  /// In lines of 76 letters, each with its end.
  static func lines(of bytes: [UInt8]) -> [UInt8] {
    var lines: [UInt8] = []
    lines.reserveCapacity(size(ofLines: bytes.count))
    var start = 0
    while start < bytes.count {
      let end = min(start + lineBytes, bytes.count)
      lines += encoded(bytes[start..<end])
      lines += [0x0D, 0x0A]
      start = end
    }
    return lines
  }

  /// How long the lines of so many bytes are.
  static func size(ofLines count: Int) -> Int {
    (count + 2) / 3 * 4 + (count + lineBytes - 1) / lineBytes * 2
  }

  private static func encoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let group = bytes[start..<min(start + 3, bytes.endIndex)]
      var bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for _ in 0...group.count {
        text.append(letters[bits >> 18 & 63])
        bits <<= 6
      }
      for _ in group.count..<3 { text.append(UInt8(ascii: "=")) }
      start += 3
    }
    return text
  }
}
