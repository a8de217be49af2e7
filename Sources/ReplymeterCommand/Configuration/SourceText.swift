/// The text of the configuration with its lines as the YAML parser counts them.
struct SourceText {
  private(set) var text: String

  init(_ text: String) {
    self.text = text
  }

  /// The place just behind the last scalar.
  var endPlace: SourcePlace {
    place { _ in false }
  }

  /// The first character that YAML has no place for, as most control characters.
  func firstControlCharacter() -> (scalar: Unicode.Scalar, place: SourcePlace)? {
    func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xFFFD, 0x10000...0x10FFFF: false
      default: true
      }
    }
    guard let scalar = text.unicodeScalars.first(where: isForbidden) else { return nil }
    return (scalar, place(of: isForbidden))
  }

  /// The place of the first scalar that is meant, the end where there is none.
  private func place(of isMeant: (Unicode.Scalar) -> Bool) -> SourcePlace {
    var place = SourcePlace(line: 1, column: 1)
    var afterReturn = false
    for scalar in text.unicodeScalars {
      if isMeant(scalar) { break }
      place.advance(over: scalar, afterReturn: &afterReturn)
    }
    return place
  }

  /// Gives the key that begins at `place` another name of the same length, one that nobody writes.
  ///
  /// False where the text there is not the key itself (escapes, an empty key); quotes stay.
  ///
  /// The parser stops at a repeated key and tells only where the first of them is. Once that one
  /// has another name, it goes on and finds the second, and all that is wrong further down.
  mutating func rename(_ key: String, at place: SourcePlace, attempt: Int) -> Bool {
    let length = key.unicodeScalars.count
    guard length > 0, var start = index(of: place),
      let substitute = Unicode.Scalar(0xF0000 + UInt32(attempt))
    else { return false }
    let scalars = text.unicodeScalars
    if scalars[start] == "\"" || scalars[start] == "'" { start = scalars.index(after: start) }
    guard let end = scalars.index(start, offsetBy: length, limitedBy: scalars.endIndex),
      scalars[start..<end].elementsEqual(key.unicodeScalars)
    else { return false }
    text.unicodeScalars.replaceSubrange(start..<end, with: repeatElement(substitute, count: length))
    return true
  }

  private func index(of place: SourcePlace) -> String.Index? {
    var current = SourcePlace(line: 1, column: 1)
    var afterReturn = false
    for index in text.unicodeScalars.indices {
      // A line feed after a carriage return has the place of what follows it.
      if current == place, !(afterReturn && text.unicodeScalars[index] == "\n") { return index }
      current.advance(over: text.unicodeScalars[index], afterReturn: &afterReturn)
    }
    return nil
  }

  /// The same text where each `*` that can begin an alias is a letter.
  ///
  /// Nothing where no anchor or no alias can be in it, so that there is nothing to fear. Only the
  /// letters around are looked at: texts and comments change too, which does no harm to the search
  /// for anchors. All places stay the same.
  func withTextsForAliases() -> SourceText? {
    var bytes = Array(text.utf8)
    let candidates = bytes.indices.filter { Self.canBeginName(bytes, at: $0) }
    let aliases = candidates.filter { bytes[$0] == UInt8(ascii: "*") }
    guard !aliases.isEmpty, aliases.count < candidates.count else { return nil }
    for offset in aliases { bytes[offset] = UInt8(ascii: "x") }
    return SourceText(String(decoding: bytes, as: UTF8.self))
  }

  /// Whether an anchor's `&` or an alias's `*` can stand there.
  ///
  /// Behind it stands a part of a name, and before it nothing that makes it a part of a text or
  /// ends a text in quotes.
  private static func canBeginName(_ bytes: [UInt8], at offset: Int) -> Bool {
    guard bytes[offset] == UInt8(ascii: "&") || bytes[offset] == UInt8(ascii: "*"),
      offset + 1 < bytes.count,
      isNamePart(bytes[offset + 1]) || bytes[offset + 1] == UInt8(ascii: "-")
    else { return false }
    guard offset > 0 else { return true }
    let before = bytes[offset - 1]
    return !isNamePart(before) && !"/.\"'".utf8.contains(before)
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default:
      false
    }
  }
}

extension SourcePlace {
  /// Moves behind a scalar.
  ///
  /// Lines end as YAML 1.1 has it: LF, CR, CRLF, NEL, LS, PS.
  fileprivate mutating func advance(over scalar: Unicode.Scalar, afterReturn: inout Bool) {
    switch scalar {
    case "\n" where afterReturn:
      afterReturn = false
    case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
      line += 1
      column = 1
      afterReturn = scalar == "\r"
    default:
      column += 1
      afterReturn = false
    }
  }
}
