import DelimitedText

/// Reads JSON from its first byte to its last, holding no more than one text of it.
///
/// It is for documents whose shape is known: whoever reads says what comes next, and skips the rest.
/// Nesting takes no memory but for a depth that is counted.
struct JSONReader {
  private var cursor: ByteCursor
  private let name: String

  init(bytes: [UInt8]) {
    cursor = ByteCursor(bytes: bytes)
    name = "-"
  }

  init(file: InputFile) throws(MessageHistoryError) {
    cursor = try ByteCursor(file: file)
    name = file.name
  }

  /// The line of the next byte.
  var line: Int { cursor.line }

  /// Of the file, as far as it was read.
  var fingerprint: BlockFingerprint { cursor.fingerprint }

  /// Takes the start of an object; false, with nothing taken, where something else comes.
  mutating func beginObject() throws(MessageHistoryError) -> Bool {
    try begin(UInt8(ascii: "{"))
  }

  /// Takes the start of an array; false, with nothing taken, where something else comes.
  mutating func beginArray() throws(MessageHistoryError) -> Bool {
    try begin(UInt8(ascii: "["))
  }

  /// Takes the next key of the object that was begun; nil, with its end taken, after the last.
  mutating func nextKey() throws(MessageHistoryError) -> [UInt8]? {
    try skipSeparator()
    if try cursor.peek() == UInt8(ascii: "}") {
      _ = try cursor.take()
      return nil
    }
    guard let key = try string() else { throw malformed }
    try skipSpace()
    guard try cursor.take() == UInt8(ascii: ":") else { throw malformed }
    return key
  }

  /// Whether the array that was begun has a next value; its end is taken after the last.
  mutating func hasNext() throws(MessageHistoryError) -> Bool {
    try skipSeparator()
    guard let byte = try cursor.peek() else { throw malformed }
    if byte == UInt8(ascii: "]") {
      _ = try cursor.take()
      return false
    }
    return true
  }

  /// Takes a value: a text without its escapes, a number or a truth as it stands; nil for null, an
  /// object or an array.
  mutating func text() throws(MessageHistoryError) -> [UInt8]? {
    try skipSpace()
    switch try cursor.peek() {
    case UInt8(ascii: "\""): return try string()
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      try skip()
      return nil
    default:
      let word = try word()
      return word.elementsEqual("null".utf8) ? nil : word
    }
  }

  /// Takes a value of any kind and forgets it.
  mutating func skip() throws(MessageHistoryError) {
    var depth = 0
    repeat {
      try skipSpace()
      switch try cursor.peek() {
      case UInt8(ascii: "\""): _ = try string()
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        _ = try cursor.take()
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        _ = try cursor.take()
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        guard depth > 0 else { throw malformed }
        _ = try cursor.take()
      default: _ = try word()
      }
    } while depth > 0
    guard depth == 0 else { throw malformed }
  }

  private mutating func begin(_ bracket: UInt8) throws(MessageHistoryError) -> Bool {
    try skipSpace()
    guard try cursor.peek() == bracket else { return false }
    _ = try cursor.take()
    return true
  }

  private mutating func skipSpace() throws(MessageHistoryError) {
    while let byte = try cursor.peek(),
      byte == 0x20 || byte == Byte.tab || byte == Byte.lineFeed || byte == Byte.carriageReturn
    { _ = try cursor.take() }
  }

  private mutating func skipSeparator() throws(MessageHistoryError) {
    try skipSpace()
    if try cursor.peek() == UInt8(ascii: ",") {
      _ = try cursor.take()
      try skipSpace()
    }
  }

  /// A number, `true`, `false` or `null`.
  private mutating func word() throws(MessageHistoryError) -> [UInt8] {
    var word: [UInt8] = []
    while let byte = try cursor.peek(), Self.isWordByte(byte) {
      word.append(byte)
      _ = try cursor.take()
    }
    guard !word.isEmpty, word.count <= 64 else { throw malformed }
    return word
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  // MARK: Texts

  /// A text without its quotes and escapes; nil, with nothing taken, where none begins.
  private mutating func string() throws(MessageHistoryError) -> [UInt8]? {
    try skipSpace()
    guard try cursor.peek() == Byte.quote else { return nil }
    _ = try cursor.take()
    var bytes: [UInt8] = []
    while let byte = try cursor.take() {
      if byte == Byte.quote { return bytes }
      if byte == Byte.backslash { try unescape(into: &bytes) } else { bytes.append(byte) }
      guard bytes.count <= Self.longestText else { throw malformed }
    }
    throw malformed
  }

  private static let longestText = 16 << 20

  private mutating func unescape(into bytes: inout [UInt8]) throws(MessageHistoryError) {
    switch try cursor.take() {
    case UInt8(ascii: "n"): bytes.append(Byte.lineFeed)
    case UInt8(ascii: "r"): bytes.append(Byte.carriageReturn)
    case UInt8(ascii: "t"): bytes.append(Byte.tab)
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case UInt8(ascii: "u"): try unescapeUnit(into: &bytes)
    case let byte? where byte == Byte.quote || byte == Byte.backslash || byte == UInt8(ascii: "/"):
      bytes.append(byte)
    default: throw malformed
    }
  }

  /// `\uXXXX`, or two of them for one character; half of a pair is U+FFFD.
  private mutating func unescapeUnit(into bytes: inout [UInt8]) throws(MessageHistoryError) {
    var units = [try unit()]
    while UTF16.isLeadSurrogate(units[units.count - 1]), try cursor.peek() == Byte.backslash {
      _ = try cursor.take()
      guard try cursor.peek() == UInt8(ascii: "u") else {
        bytes += String(decoding: units, as: UTF16.self).utf8
        return try unescape(into: &bytes)
      }
      _ = try cursor.take()
      units.append(try unit())
      guard units.count < 64 else { throw malformed }
    }
    bytes += String(decoding: units, as: UTF16.self).utf8
  }

  private mutating func unit() throws(MessageHistoryError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = try cursor.take(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue
      else { throw malformed }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }

  /// An error at the next byte.
  var malformed: MessageHistoryError {
    .vendor(path: name, flaw: .malformedJSON(line: cursor.line))
  }
}
