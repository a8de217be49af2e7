/// Text as ASCII that stays readable, in lines of at most 76 bytes.
///
/// Source: RFC 2045, section 6.7. A dot or `From ` at the start of a line is encoded too: `sendmail`
/// takes a lone dot for the end of the mail, and mailboxes a `From ` for the start of the next one.
enum QuotedPrintable {
  /// Without the `=` that ends a broken line.
  private static let longestLine = 75
  private static let digits = Array("0123456789ABCDEF".utf8)

  /// - Parameter text: with line ends of LF.
  /// - Returns: the lines, each with its end.
  static func lines(of text: [UInt8]) -> [UInt8] {
    var lines: [UInt8] = []
    lines.reserveCapacity(text.count * 5 / 4)
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      append(line, to: &lines)
    }
    return lines
  }

  private static func append(_ line: ArraySlice<UInt8>, to lines: inout [UInt8]) {
    var length = 0
    for (index, byte) in zip(line.indices, line) {
      let isLast = index == line.endIndex - 1
      let isMistakable =
        length == 0 && (byte == UInt8(ascii: ".") || line[index...].starts(with: "From ".utf8))
      let isSpace = byte == 0x20 || byte == 0x09
      let isReadable = (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=") || isSpace
      let isPlain = isReadable && !isMistakable && !(isSpace && isLast)
      if length + (isPlain ? 1 : 3) > longestLine {
        lines += [UInt8(ascii: "="), 0x0D, 0x0A]
        length = 0
        // A broken line begins anew: a dot is mistakable there too.
        if isPlain, byte != UInt8(ascii: "."), !line[index...].starts(with: "From ".utf8) {
          lines.append(byte)
          length = 1
        } else {
          appendEncoded(byte, to: &lines)
          length = 3
        }
      } else if isPlain {
        lines.append(byte)
        length += 1
      } else {
        appendEncoded(byte, to: &lines)
        length += 3
      }
    }
    lines += [0x0D, 0x0A]
  }

  private static func appendEncoded(_ byte: UInt8, to lines: inout [UInt8]) {
    lines += [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
