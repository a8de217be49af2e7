/// Looks whether start tags and end tags of a source go together.
///
/// libxml2 closes most elements silently; here every element that is still open where it may not be
/// is told, by the line of its start tag. It works on bytes, as browsers do.
struct TagBalance {
  private(set) var flaws: [HTMLFlaw] = []
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var open: [(name: String, line: Int)] = []

  /// Elements that may be left open.
  ///
  /// Source: HTML Living Standard, section 13.1.2.4.
  private static let optional: Set = [
    "body", "caption", "colgroup", "dd", "dt", "head", "html", "li", "optgroup", "option", "p",
    "rp", "rt", "tbody", "td", "tfoot", "th", "thead", "tr",
  ]
  /// Elements in which nothing but their own end tag is markup.
  private static let raw: Set = ["script", "style", "textarea", "title"]

  init(of bytes: [UInt8]) {
    self.bytes = bytes
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "<") { takeMarkup() } else { advance(to: position + 1) }
    }
    closeRest(from: 0)
  }

  private mutating func takeMarkup() {
    let start = line
    if bytes[position...].starts(with: "<!--".utf8) {
      return advance(behind: "-->", from: position + 4)
    }
    let isEnd = position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "/")
    advance(to: position + (isEnd ? 2 : 1))
    guard position < bytes.count, Self.isLetter(bytes[position]) else { return }
    let name = name()
    let isClosed = skipAttributes()
    if isEnd {
      close(name, line: start)
    } else if !isClosed, !HTMLWriter.empty.contains(name) {
      open.append((name, start))
      if Self.raw.contains(name) { skipText(of: name) }
    }
  }

  private mutating func close(_ name: String, line: Int) {
    guard let index = open.lastIndex(where: { $0.name == name }) else {
      return flaws.append(HTMLFlaw(.mismatchedEndTag, line: line))
    }
    closeRest(from: index + 1)
    open.removeLast()
  }

  private mutating func closeRest(from index: Int) {
    for element in open[index...] where !Self.optional.contains(element.name) {
      flaws.append(HTMLFlaw(.unclosedElement, line: element.line))
    }
    open.removeSubrange(index...)
  }

  // MARK: Bytes

  private mutating func name() -> String {
    let name = bytes[position...].prefix {
      !StyleScanner.isSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
    }
    advance(to: name.endIndex)
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  /// Skips the rest of a tag; says whether it ends with `/>`.
  private mutating func skipAttributes() -> Bool {
    var quote: UInt8?
    while position < bytes.count {
      let byte = bytes[position]
      if byte == quote {
        quote = nil
      } else if quote == nil, byte == UInt8(ascii: ">") {
        let isClosed = bytes[position - 1] == UInt8(ascii: "/")
        advance(to: position + 1)
        return isClosed
      } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      advance(to: position + 1)
    }
    return false
  }

  private mutating func skipText(of name: String) {
    let end = Array("</\(name)".utf8)
    while position < bytes.count {
      if bytes[position...].prefix(end.count).elementsEqual(end, by: { $0 | 0x20 == $1 | 0x20 }) {
        return
      }
      advance(to: position + 1)
    }
  }

  private mutating func advance(behind mark: String, from start: Int) {
    advance(to: start)
    while position < bytes.count, !bytes[position...].starts(with: mark.utf8) {
      advance(to: position + 1)
    }
    advance(to: position + mark.utf8.count)
  }

  private mutating func advance(to end: Int) {
    let end = min(end, bytes.count)
    line += bytes[position..<end].count { $0 == UInt8(ascii: "\n") }
    position = end
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) }
}
