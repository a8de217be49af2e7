/// A place in a timestamp's text, and the small steps over it; each leaves the place where it was
/// when it finds something else.
struct TimestampCursor {
  let text: UnsafeRawBufferPointer
  var position = 0

  init(_ text: UnsafeRawBufferPointer) {
    self.text = text
  }

  var isAtEnd: Bool { position >= text.count }

  /// The byte here; 0, which stands in no timestamp, at the end.
  var next: UInt8 { byte(ahead: 0) }

  func byte(ahead count: Int) -> UInt8 {
    position + count < text.count ? text[position + count] : 0
  }

  mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: byte) else { return false }
    position += 1
    return true
  }

  /// Steps over spaces of any width, and over marks of the writing direction, which are none.
  ///
  /// - Returns: whether there was a space.
  @discardableResult
  mutating func skipBlanks() -> Bool {
    var isSpaced = false
    while !isAtEnd {
      switch (next, byte(ahead: 1), byte(ahead: 2)) {
      case (0x20, _, _), (0x09, _, _):
        position += 1
        isSpaced = true
      case (0xC2, 0xA0, _):
        position += 2
        isSpaced = true
      case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F):
        position += 3
        isSpaced = true
      // U+200B to U+200F, U+202A to U+202E, U+2060 to U+2069, U+FEFF.
      case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA0...0xA9),
        (0xEF, 0xBB, 0xBF):
        position += 3
      default:
        return isSpaced
      }
    }
    return isSpaced
  }

  /// A number of one to `most` digits, at most four, that no further digit follows.
  mutating func number(atMost most: Int) -> NumericDate.Part? {
    var value: UInt16 = 0
    var count = 0
    while true {
      let digit = byte(ahead: count) &- UInt8(ascii: "0")
      guard digit <= 9 else { break }
      guard count < most else { return nil }
      value = value * 10 + UInt16(digit)
      count += 1
    }
    guard count > 0 else { return nil }
    position += count
    return NumericDate.Part(value: value, digitCount: UInt8(count))
  }

  /// The two digits here, where a third does not follow.
  mutating func pair() -> Int? {
    let start = position
    guard let part = number(atMost: 2), part.digitCount == 2 else {
      position = start
      return nil
    }
    return Int(part.value)
  }

  /// What the ASCII letters here mean in a vocabulary; nil where they mean nothing in it.
  mutating func word<Meaning>(in vocabulary: Vocabulary<Meaning>) -> Meaning? {
    var end = position
    while end < text.count, text[end].isASCIILetter { end += 1 }
    guard end > position else { return nil }
    let word = UnsafeRawBufferPointer(rebasing: text[position..<end])
    guard let meaning = vocabulary.meaning(of: word) else { return nil }
    position = end
    return meaning
  }
}

extension UInt8 {
  var isASCIILetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
}
