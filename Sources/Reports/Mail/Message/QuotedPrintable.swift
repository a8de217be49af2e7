/// Text as ASCII that stays readable, in lines of at most 76 bytes.
///
/// Source: RFC 2045, section 6.7. A dot or `From ` at the start of a line is encoded too: `sendmail`
/// takes a lone dot for the end of the mail, and mailboxes a `From ` for the start of the next one.
enum QuotedPrintable {
  /// Without the `=` that ends a broken line.
  private static let longestLine = 75
  private static let digits = Array("0123456789ABCDEF".utf8)

  /// - Parameter text: with line ends of LF; the last line may lack one.
  /// - Returns: the lines with ends of CRLF; the last one lacks it where the text's does, so that
  ///   what is read again is the same to the last byte.
  static func lines(of text: [UInt8]) -> [UInt8] {
    var lines: [UInt8] = []
    lines.reserveCapacity(text.count * 5 / 4)
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.startIndex > text.startIndex { lines += [0x0D, 0x0A] }
      append(line, to: &lines)
    }
    return lines
  }

  private static func append(_ line: ArraySlice<UInt8>, to lines: inout [UInt8]) {
    var length = 0
    for (index, byte) in zip(line.indices, line) {
      let rest = line[index...]
      var width = isPlain(rest, atStart: length == 0) ? 1 : 3
      if length + width > longestLine {
        lines += [UInt8(ascii: "="), 0x0D, 0x0A]
        length = 0
        width = isPlain(rest, atStart: true) ? 1 : 3
      }
      if width == 1 { lines.append(byte) } else { appendEncoded(byte, to: &lines) }
      length += width
    }
  }

  /// Whether the first byte of what is left of a line can stand as it is.
  private static func isPlain(_ rest: ArraySlice<UInt8>, atStart: Bool) -> Bool {
    switch rest.first {
    case nil, UInt8(ascii: "="): false
    case 0x20, 0x09: rest.count > 1
    case UInt8(ascii: "."): !atStart
    case UInt8(ascii: "F"): !(atStart && rest.starts(with: "From ".utf8))
    case .some(let byte): (0x21...0x7E).contains(byte)
    }
  }

  private static func appendEncoded(_ byte: UInt8, to lines: inout [UInt8]) {
    lines += [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
