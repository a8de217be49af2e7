/// Writes JSON: only what report.json and manifest.json need.
package struct JSONText: Sendable {
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  package init() {}

  package mutating func beginObject() { open("{") }
  package mutating func endObject() { close("}") }
  package mutating func beginArray() { open("[") }
  package mutating func endArray() { close("]") }

  /// Begins a new line, so that people and line-wise tools can read the file.
  package mutating func newLine() {
    if needsComma { raw(",") }
    needsComma = false
    raw("\n")
  }

  package mutating func key(_ key: String) {
    separate()
    quoted(key)
    raw(":")
    needsComma = false
  }

  /// A key as it is written, to be put into many objects.
  struct Key {
    fileprivate let bytes: [UInt8]

    init(_ key: String) {
      var text = JSONText()
      text.key(key)
      bytes = text.bytes
    }
  }

  mutating func key(_ key: Key) {
    separate()
    bytes += key.bytes
    needsComma = false
  }

  package mutating func string(_ text: String) {
    separate()
    quoted(text)
    needsComma = true
  }

  /// A string of what `write` appends: ASCII without quotes, backslashes and control characters.
  mutating func plainString(_ write: (inout [UInt8]) -> Void) {
    number {
      $0.append(Self.quote)
      write(&$0)
      $0.append(Self.quote)
    }
  }

  /// A number that `write` appends.
  mutating func number(_ write: (inout [UInt8]) -> Void) {
    separate()
    write(&bytes)
    needsComma = true
  }

  /// A number that is written already.
  package mutating func number(_ text: String) {
    separate()
    raw(text)
    needsComma = true
  }

  package mutating func flag(_ flag: Bool) { number(flag ? "true" : "false") }

  package mutating func null() { number("null") }

  private mutating func open(_ bracket: String) {
    separate()
    raw(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: String) {
    raw(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { raw(",") }
  }

  private mutating func raw(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  private static let quote = UInt8(ascii: "\"")

  private mutating func quoted(_ text: String) {
    bytes.append(Self.quote)
    var text = text
    text.withUTF8 { text in
      // Nearly all texts stand as they are.
      if text.allSatisfy(Self.isPlain) {
        bytes.append(contentsOf: text)
      } else {
        escape(text)
      }
    }
    bytes.append(Self.quote)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x7F && byte != quote && byte != UInt8(ascii: "\\")
  }

  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""): raw("\\\"")
      case UInt8(ascii: "\\"): raw("\\\\")
      case 0x0A: raw("\\n")
      case 0x0D: raw("\\r")
      case 0x09: raw("\\t")
      case 0..<0x20, 0x7F:
        raw("\\u00")
        raw(byte < 16 ? "0" : "")
        raw(String(byte, radix: 16))
      default: bytes.append(byte)
      }
    }
  }
}
