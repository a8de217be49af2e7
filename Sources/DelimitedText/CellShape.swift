/// What a cell looks like, as far as that speaks for or against the dialect that cut it out.
package enum CellShape: Hashable, Sendable, CaseIterable {
  /// Nothing but white space.
  case blank
  /// Between regular quotes.
  case quoted
  /// A number, an amount, a date or a time.
  case figure
  /// A word, a name, an address, a sentence: text without anything that separates cells.
  case text
  /// Text with a separator and a space behind it, as sentences have.
  case sentences
  /// Text with another separator, or a quote, in the middle: most likely several cells.
  case uncut
  /// Signs only, or text that begins with one.
  case signs

  /// How much such a cell speaks for its dialect, from 0 to 1.
  ///
  /// CleverCSV's type score counts the share of cells with a known type; here types are known in
  /// degrees, since messages are free text.
  var weight: Double {
    switch self {
    case .quoted, .figure, .text: 1
    case .blank: 0.8
    case .sentences: 0.7
    case .signs: 0.6
    case .uncut: 0.1
    }
  }

  /// Looks at a field as it was written, with its quotes.
  init(of field: UnsafeRawBufferPointer, dialect: Dialect) {
    let text = field.trimmingWhiteSpace()
    guard let first = text.first, let last = text.last else {
      self = .blank
      return
    }
    if let quote = dialect.quote, first == quote {
      // One quote alone opens a cell that the sample does not close.
      self = text.count > 1 && last == quote ? .quoted : .uncut
      return
    }
    let marks = SeparatingMarks(in: text, dialect: dialect)
    if marks.isFigure(first: first) {
      self = .figure
    } else if marks.hasUncut {
      self = .uncut
    } else if marks.hasSpaced {
      self = .sentences
    } else {
      self = first.isLetterOrDigit ? .text : .signs
    }
  }
}

/// The bytes of a cell that may separate, or may be part of a figure.
private struct SeparatingMarks {
  /// A separator with anything but a space behind it, or a quote.
  private(set) var hasUncut = false
  /// A separator with a space behind it.
  private(set) var hasSpaced = false
  private var digits = 0
  private var others = 0
  private var commas = 0
  private var clockMarks = 0
  /// Whether each comma has a group of three digits behind it.
  private var groupsThousands = true
  private let count: Int

  init(in text: UnsafeRawBufferPointer, dialect: Dialect) {
    count = text.count
    for (index, byte) in text.enumerated() {
      // Most bytes of most cells, before all that has to be told apart.
      if case UInt8(ascii: "a")...UInt8(ascii: "z") = byte {
        others += 1
        continue
      }
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: ":"), UInt8(ascii: "/"), Byte.space, UInt8(ascii: "T"), UInt8(ascii: "Z"):
        clockMarks += 1
      case Byte.comma: commas += 1
      case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "%"),
        UInt8(ascii: "$"), 0xC2, 0xA0, 0xA3, 0xE2, 0x82, 0xAC:
        break
      default: others += 1
      }
      switch byte {
      case Byte.comma, Byte.semicolon, Byte.tab, Byte.bar:
        let next = index + 1 < text.count ? text[index + 1] : Byte.space
        if next == Byte.space && byte != Byte.tab { hasSpaced = true } else { hasUncut = true }
        if byte == Byte.comma, !Self.isGroup(text, after: index) { groupsThousands = false }
      case Byte.quote:
        hasUncut = true
      default: break
      }
      // No figure, and uncut: whatever follows changes neither.
      if hasUncut && others > 0 { return }
    }
  }

  /// Whether it is a number with at most a decimal comma or groups of thousands, or a date or time.
  func isFigure(first: UInt8) -> Bool {
    guard digits > 0, others == 0, count <= 40 else { return false }
    if commas == 0 { return true }
    return clockMarks == 0 && (commas == 1 || groupsThousands)
  }

  private static func isGroup(_ text: UnsafeRawBufferPointer, after comma: Int) -> Bool {
    guard comma + 3 < text.count else { return false }
    return text[comma + 1].isDigit && text[comma + 2].isDigit && text[comma + 3].isDigit
      && !(comma + 4 < text.count && text[comma + 4].isDigit)
  }
}

extension UInt8 {
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  /// Whether the byte is an ASCII letter or digit, or part of a longer character.
  var isLetterOrDigit: Bool {
    isDigit || self >= 0x80
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
}
