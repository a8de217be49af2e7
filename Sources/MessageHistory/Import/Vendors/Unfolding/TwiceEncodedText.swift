/// Text whose UTF-8 was taken for Latin-1 and encoded once more, as in Meta's downloads.
enum TwiceEncodedText {
  /// What the text was at first; the text itself where it was encoded once.
  ///
  /// Every character of such a text is below U+0100, and as bytes they are UTF-8.
  static func repaired(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(where: { $0 >= 0x80 }) else { return text }
    var bytes: [UInt8] = []
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      guard let byte = UInt8(exactly: scalar.value) else { return text }
      bytes.append(byte)
    }
    return String(validating: bytes, as: UTF8.self) == nil ? text : bytes
  }
}
