/// Text of inputs as a terminal may show it: on one line, without anything that steers it.
enum TerminalText {
  /// Control characters and the marks that turn the writing direction become U+FFFD or spaces.
  static func oneLine(_ text: some Sequence<UInt8>) -> String {
    var line = ""
    for scalar in String(decoding: Array(text), as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x0D, 0x09: line += " "
      case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069:
        line += "\u{FFFD}"
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line
  }
}
