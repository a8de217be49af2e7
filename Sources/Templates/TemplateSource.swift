/// The bytes of a template, and where in them things are.
struct TemplateSource: Sendable {
  let name: String
  let bytes: [UInt8]

  init(_ text: String, name: String) {
    self.name = name
    bytes = Array(text.utf8)
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The line and column of a byte; continuation bytes make no column of their own.
  func place(at offset: Int) -> TemplatePlace {
    var line = 1
    var column = 1
    for byte in bytes.prefix(offset) {
      if byte == .lineFeed {
        line += 1
        column = 1
      } else if byte & 0b1100_0000 != 0b1000_0000 {
        column += 1
      }
    }
    return TemplatePlace(template: name, line: line, column: column)
  }

  func error(_ problem: TemplateError.Problem, at offset: Int) -> TemplateError {
    TemplateError(problem, at: place(at: offset))
  }

  /// The first position of `word` at or after `start`, or nil.
  func position(of word: [UInt8], from start: Int) -> Int? {
    guard let first = word.first, start <= bytes.count - word.count else { return nil }
    for position in start...(bytes.count - word.count)
    where bytes[position] == first && bytes[position...].starts(with: word) {
      return position
    }
    return nil
  }

  /// The range without the white space at its ends; where there is nothing else, empty at its end.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, bytes[lower].isWhiteSpace { lower += 1 }
    while lower < upper, bytes[upper - 1].isWhiteSpace { upper -= 1 }
    return lower..<upper
  }

  /// The position after the spaces and tabs that begin at `start`, before `end`.
  func skippingBlanks(from start: Int, to end: Int) -> Int {
    var position = start
    while position < end, bytes[position].isBlank { position += 1 }
    return position
  }

  func isLineStart(_ position: Int) -> Bool {
    position == 0 || bytes[position - 1] == .lineFeed
  }

  /// The blanks between the line's start and `position`, or nil where something else is there too.
  func indentation(before position: Int) -> Range<Int>? {
    var start = position
    while start > 0, bytes[start - 1].isBlank { start -= 1 }
    return isLineStart(start) ? start..<position : nil
  }

  /// The next line's start, where only blanks follow `position` on its line, or nil.
  func lineEnd(after position: Int) -> Int? {
    let end = skippingBlanks(from: position, to: bytes.count)
    if end == bytes.count { return end }
    if bytes[end] == .lineFeed { return end + 1 }
    if bytes[end] == .carriageReturn, end + 1 < bytes.count, bytes[end + 1] == .lineFeed {
      return end + 2
    }
    return nil
  }
}

extension UInt8 {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let tab = UInt8(ascii: "\t")
  static let space = UInt8(ascii: " ")
  static let quote = UInt8(ascii: "\"")
  static let comma = UInt8(ascii: ",")

  var isBlank: Bool { self == .space || self == .tab }

  var isWhiteSpace: Bool { isBlank || (0x0A...0x0D).contains(self) }
}
