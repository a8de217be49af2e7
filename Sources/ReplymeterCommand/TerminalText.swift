/// Text of inputs as a terminal may show it: on one line, without anything that steers it.
enum TerminalText {
  /// Lines of the program's own making, with what names may have brought into them: what could
  /// steer a terminal, line ends and tabs apart, becomes U+FFFD.
  static func lines(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isSteering) else { return text }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.map { isSteering($0) ? "\u{FFFD}" : $0 }))
  }

  private static func isSteering(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0: true
    // Marks that turn the writing direction, up to the end of the line.
    case 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Control characters and the marks that turn the writing direction become U+FFFD or spaces.
  static func oneLine(_ text: some Sequence<UInt8>) -> String {
    var line = ""
    for scalar in String(decoding: Array(text), as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x0D, 0x09: line += " "
      case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069:
        line += "\u{FFFD}"
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line
  }
}
