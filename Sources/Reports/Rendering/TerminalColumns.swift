extension String {
  /// The columns that the text takes on a terminal: two for the wide letters of East Asia and most
  /// emoji, one for every other character, however many marks it carries.
  var terminalColumns: Int {
    reduce(0) { $0 + $1.terminalColumns }
  }

  /// The text cut to so many columns, with an ellipsis where something is cut off.
  func cut(toColumns limit: Int) -> String {
    guard terminalColumns > limit else { return self }
    var taken = 0
    let start = prefix { character in
      taken += character.terminalColumns
      return taken < limit
    }
    return start + "…"
  }

  /// The text filled up with spaces to so many columns, behind it or before it.
  func filled(toColumns width: Int, isNumber: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, width - terminalColumns))
    return isNumber ? spaces + self : self + spaces
  }
}

extension Character {
  fileprivate var terminalColumns: Int {
    guard let first = unicodeScalars.first else { return 0 }
    switch first.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return 2
    default: return first.properties.isEmojiPresentation ? 2 : 1
    }
  }
}
