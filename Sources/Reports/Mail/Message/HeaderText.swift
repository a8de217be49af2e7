/// Text in the head of a mail: in ASCII, in lines of bounded length, and never a line of its own.
///
/// Source: RFC 5322, section 2.2, and RFC 2047.
enum HeaderText {
  /// The longest line that is written, its end not counted.
  private static let longestLine = 76
  /// The bytes of one encoded word, so that it fits the first line beside `Subject: `.
  private static let encodedBytes = 39

  /// Whether a character could end a line, or is one that no line has.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
    default: false
    }
  }

  /// A whole line, folded between words, with its end.
  ///
  /// - Parameters:
  ///   - name: the field's name, of ASCII.
  ///   - words: what may not be parted, without white space that matters.
  /// - Returns: the line or lines, each with CR LF.
  static func line(_ name: String, _ words: [String]) -> String {
    var lines = name + ":"
    var length = lines.utf8.count
    for (index, word) in words.enumerated() {
      if index > 0, length + 1 + word.utf8.count > longestLine {
        lines += "\r\n"
        length = 0
      }
      lines += " " + word
      length += 1 + word.utf8.count
    }
    return lines + "\r\n"
  }

  /// The words of free text: plain where they can be, else encoded.
  static func words(of text: String) -> [String] {
    let text = withoutControls(text)
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    return words.allSatisfy(isPlain) ? words : encodedWords(of: text)
  }

  /// The words of an address, without a comma after it.
  static func words(of address: MailAddress) -> [String] {
    let bare = withoutControls(address.address)
    guard !address.name.isEmpty else { return [bare] }
    return phrase(withoutControls(address.name)) + ["<\(bare)>"]
  }

  /// A name: as it is where it consists of atoms, in quotes where it is ASCII, else encoded.
  private static func phrase(_ name: String) -> [String] {
    let words = name.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard words.allSatisfy(isPlain), name.utf8.count < 60 else { return encodedWords(of: name) }
    if words.allSatisfy(isAtom) { return words }
    var quoted = "\""
    for scalar in name.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted.unicodeScalars.append("\\") }
      quoted.unicodeScalars.append(scalar)
    }
    return [quoted + "\""]
  }

  /// Whether a word can stand in free text as it is: nobody takes it for an encoded one, and it
  /// fits a line.
  private static func isPlain(_ word: String) -> Bool {
    !word.isEmpty && word.utf8.count < 60 && word.utf8.allSatisfy { (0x21...0x7E).contains($0) }
      && !word.utf8.starts(with: "=?".utf8)
  }

  /// Source: RFC 5322, section 3.2.3.
  private static func isAtom(_ word: String) -> Bool {
    word.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
      }
    }
  }

  /// Encoded words, each with whole characters; white space between them is not shown.
  private static func encodedWords(of text: String) -> [String] {
    var words: [String] = []
    var bytes: [UInt8] = []
    func close() {
      guard !bytes.isEmpty else { return }
      words.append("=?utf-8?B?\(Base64.text(of: bytes))?=")
      bytes = []
    }
    for scalar in text.unicodeScalars {
      let next = Array(String(scalar).utf8)
      if bytes.count + next.count > encodedBytes { close() }
      bytes += next
    }
    close()
    return words
  }

  private static func withoutControls(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? " " : $0 }))
  }
}
