/// Reads CSS byte by byte: white space, comments, names, strings and balanced stretches.
struct StyleScanner {
  let bytes: [UInt8]
  private(set) var position = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  var isAtEnd: Bool { position >= bytes.count }

  var next: UInt8? { peek(0) }

  func peek(_ distance: Int) -> UInt8? {
    position + distance < bytes.count ? bytes[position + distance] : nil
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  mutating func skip(_ count: Int = 1) {
    position = min(bytes.count, position + count)
  }

  /// Skips one expected byte; says whether it was there.
  mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: byte) else { return false }
    skip()
    return true
  }

  /// Skips white space and comments, and in a style sheet what once hid it from old browsers.
  ///
  /// - Returns: whether there was any.
  @discardableResult
  mutating func skipSpace() -> Bool {
    let start = position
    while let byte = next {
      if Self.isSpace(byte) {
        skip()
      } else if byte == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "*") {
        skipComment()
      } else {
        break
      }
    }
    return position > start
  }

  private mutating func skipComment() {
    skip(2)
    while !isAtEnd {
      if next == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") { return skip(2) }
      skip()
    }
  }

  /// Reads a name with its escapes resolved; nil where none begins here.
  mutating func name() -> String? {
    let start = position
    var name: [UInt8] = []
    while let byte = next {
      if Self.isNamePart(byte) {
        name.append(byte)
        skip()
      } else if byte == UInt8(ascii: "\\"), let escaped = escape() {
        name += escaped
      } else {
        break
      }
    }
    guard !name.isEmpty, !(48...57).contains(bytes[start]) else {
      position = start
      return nil
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// Reads a quoted string; nil where none begins here or it has no end.
  mutating func string() -> String? {
    guard let quote = next, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    else { return nil }
    let start = position
    skip()
    var content: [UInt8] = []
    while let byte = next {
      if byte == quote {
        skip()
        return String(decoding: content, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\"), let escaped = escape() {
        content += escaped
      } else {
        content.append(byte)
        skip()
      }
    }
    position = start
    return nil
  }

  /// An escape as UTF-8: up to six hexadecimal digits and one blank, or any other character.
  private mutating func escape() -> [UInt8]? {
    guard let first = peek(1), first != UInt8(ascii: "\n") else { return nil }
    skip()
    var value: UInt32 = 0
    var count = 0
    while count < 6, let digit = next.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) {
      value = value * 16 + UInt32(digit)
      count += 1
      skip()
    }
    guard count > 0 else {
      skip()
      return [first]
    }
    if let byte = next, Self.isSpace(byte) { skip() }
    let scalar = Unicode.Scalar(value).flatMap { $0 == "\0" ? nil : $0 } ?? "\u{FFFD}"
    return Array(String(scalar).utf8)
  }

  /// Skips to the first of `stops` outside of strings, comments, parentheses, brackets and braces;
  /// to the end where there is none.
  mutating func skip(toFirstOf stops: Set<UInt8>) {
    var depth = 0
    while let byte = next {
      if depth == 0, stops.contains(byte) { return }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if string() == nil { skip() }
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"): skipComment()
      case UInt8(ascii: "\\"): skip(2)
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        skip()
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth = max(0, depth - 1)
        skip()
      default: skip()
      }
    }
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (9...13).contains(byte)
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}
