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
    // Each byte makes three at worst, and each line of the most bytes three more; but a mail is mostly
    // ASCII.
    var lines: [UInt8] = []
    lines.reserveCapacity(text.count * 5 / 4)
    text.withUnsafeBufferPointer { text in
      var start = 0
      while let length = text[start...].firstIndex(of: 0x0A).map({ $0 - start }) {
        append(UnsafeBufferPointer(rebasing: text[start..<start + length]), to: &lines)
        lines += [0x0D, 0x0A]
        start += length + 1
      }
      append(UnsafeBufferPointer(rebasing: text[start...]), to: &lines)
    }
    return lines
  }

  private static func append(_ line: UnsafeBufferPointer<UInt8>, to lines: inout [UInt8]) {
    var length = 0
    var next = 0
    while next < line.count {
      // Most bytes stand as they are: as many as fit the line at once.
      let plain = line[next...].prefix(longestLine - length).prefix(while: isAlwaysPlain).count
      let isSpecialStart = length == 0 && plain > 0 && !isPlain(line[next...], atStart: true)
      if plain > 0, !isSpecialStart {
        lines.append(contentsOf: UnsafeBufferPointer(rebasing: line[next..<next + plain]))
        length += plain
        next += plain
        continue
      }
      var width = isPlain(line[next...], atStart: length == 0) ? 1 : 3
      if length + width > longestLine {
        lines += [UInt8(ascii: "="), 0x0D, 0x0A]
        length = 0
        width = isPlain(line[next...], atStart: true) ? 1 : 3
      }
      if width == 1 { lines.append(line[next]) } else { appendEncoded(line[next], to: &lines) }
      length += width
      next += 1
    }
  }

  /// Whether a byte can stand as it is wherever it is but at the start of a line.
  private static func isAlwaysPlain(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=")
  }

  /// Whether the first byte of what is left of a line can stand as it is.
  private static func isPlain(
    _ rest: Slice<UnsafeBufferPointer<UInt8>>, atStart: Bool
  ) -> Bool {
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
