/// What the bytes of a single-byte encoding are: letters, marks that stand in words, or symbols.
struct LetterTable {
  enum Kind {
    case small, capital
    /// A letter without case.
    case plainLetter
    /// What may stand before, behind and between letters: an apostrophe, a dash, a space.
    case mark
    case symbol
    case undefined
  }

  let encoding: TextEncoding
  private var kinds: [Kind] = []
  private var scalars: [Unicode.Scalar?] = []

  /// Nil where the system does not know the encoding.
  init?(_ encoding: TextEncoding) {
    guard let transcoder = Transcoder(from: encoding) else { return nil }
    self.encoding = encoding
    for byte in UInt8.min...UInt8.max {
      var text: [UInt8] = []
      _ = withUnsafeBytes(of: byte) { transcoder.convert($0, isLast: true, into: &text) }
      let scalar = String(validating: text, as: UTF8.self)?.unicodeScalars.first
      scalars.append(scalar)
      kinds.append(scalar.map(Self.kind) ?? .undefined)
    }
  }

  /// Whether the letters beyond ASCII are Latin ones.
  var isLatin: Bool {
    let letters = (0x80...0xFF).filter { isLetter(UInt8($0)) }
    return letters.count { isLatin(UInt8($0)) } * 2 > letters.count
  }

  /// Whether some people could have written the word so.
  func canBeWord(_ word: [UInt8]) -> Bool {
    var run = 0
    for (index, byte) in word.enumerated() {
      let before = index > 0 ? word[index - 1] : nil
      let next = index + 1 < word.count ? word[index + 1] : nil
      guard byte >= 0x80 else {
        run = 0
        if let before, before >= 0x80, !canFollow(before, byte) { return false }
        continue
      }
      switch kinds[Int(byte)] {
      case .undefined: return false
      case .mark: run = 0
      case .symbol:
        run = 0
        if let before, kinds[Int(before)] == .symbol { return false }
        if let before, isLetter(before), next.map(isLetter) ?? isNeverLast(byte) { return false }
      case .small, .capital, .plainLetter:
        // Latin words have ASCII letters among the others.
        run += 1
        if isLatin(byte), run >= 5 || run >= 3 && run == word.count { return false }
        if let before, !canFollow(before, byte) { return false }
        if kinds[Int(byte)] == .small, index > 1, isCapital(word[index - 1]),
          isCapital(word[index - 2])
        {
          return false
        }
      }
    }
    return isGreek ? isSpelledAsGreek(word) : true
  }

  /// Whether the word has a letter that the languages of Western Europe hardly use, but those that
  /// write another encoding do, at the same place of its table.
  func hasUnusualLetter(_ word: [UInt8]) -> Bool {
    guard isLatin else { return false }
    return word.enumerated().contains { index, byte in
      guard byte >= 0x80, let scalar = scalars[Int(byte)] else { return false }
      let next = index + 1 < word.count ? word[index + 1] | 0x20 : nil
      switch scalar {
      case "Š", "š", "Ž", "ž", "Ð", "ð", "Þ", "þ", "Ý", "ý", "ÿ", "ƒ": return true
      // In Portuguese these stand before o, e or the end; elsewhere they are Hungarian, Romanian.
      case "õ": return next != UInt8(ascii: "e")
      case "ã":
        return next.map { $0 != UInt8(ascii: "o") && $0 != UInt8(ascii: "e") && $0 < 0x80 } ?? false
      default: return encoding != .windows1252 && isLetter(byte)
      }
    }
  }

  // MARK: Greek

  private var isGreek: Bool { scalars[0xE1] == "α" }

  /// At most one letter has an accent, and the sigmas stand where each may: Russian in this table
  /// looks like Greek in all other ways.
  private func isSpelledAsGreek(_ word: [UInt8]) -> Bool {
    let letters = word.compactMap { scalars[Int($0)] }
    let accented = letters.count { "άέήίόύώΐΰΆΈΉΊΌΎΏ".unicodeScalars.contains($0) }
    return accented <= 1 && !letters.dropLast().contains("ς") && letters.last != "σ"
  }

  // MARK: Letters

  private func isLetter(_ byte: UInt8) -> Bool {
    switch kinds[Int(byte)] {
    case .small, .capital, .plainLetter: true
    case .mark, .symbol, .undefined: false
    }
  }

  private func isCapital(_ byte: UInt8) -> Bool { kinds[Int(byte)] == .capital }

  /// Whether a letter may stand behind another: of one script, and no capital behind a small one.
  private func canFollow(_ first: UInt8, _ second: UInt8) -> Bool {
    guard isLetter(first), isLetter(second) else { return true }
    if isLatin(first) != isLatin(second) { return false }
    return !(kinds[Int(first)] == .small && isCapital(second))
  }

  private func isLatin(_ byte: UInt8) -> Bool {
    guard let scalar = scalars[Int(byte)] else { return false }
    return scalar.value < 0x250 || scalar.value == 0x192
  }

  /// An opening quote, or an accent by itself, ends no word.
  private func isNeverLast(_ byte: UInt8) -> Bool {
    switch scalars[Int(byte)] {
    case "‚", "„", "¡", "¿", "ˆ", "˜", "‡", "†", "¤", "ƒ": true
    default: false
    }
  }

  private static func kind(_ scalar: Unicode.Scalar) -> Kind {
    switch scalar {
    case "’", "‘", "“", "”", "«", "»", "–", "—", "…", "·", "°", "€", "™", "®", "©", "\u{A0}",
      "\u{AD}":
      return .mark
    case "ª", "º", "ƒ": return .symbol
    default: break
    }
    switch scalar.properties.generalCategory {
    case .lowercaseLetter: return .small
    case .uppercaseLetter, .titlecaseLetter: return .capital
    case .otherLetter, .modifierLetter: return .plainLetter
    case .control: return scalar.value < 0x80 ? .symbol : .undefined
    // Pieces of boxes.
    case .otherSymbol where (0x2500..<0x2600).contains(scalar.value): return .undefined
    default: return .symbol
    }
  }
}
