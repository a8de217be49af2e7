/// Text of the inputs as a report for people shows it: literally, on one line, and not too long.
enum ShownText {
  /// The scalars after which a text is cut.
  static let longest = 80
  /// The marks that one letter carries, more of which would cover the lines around it.
  ///
  /// Vietnamese needs two, Hebrew and Tibetan four or five.
  private static let mostMarks = 8

  /// The text with control characters made visible, cut after `limit` scalars; what is heaped on
  /// one letter beyond `mostMarks` is left out.
  ///
  /// It is cut between scalars and never by characters, since a single character may consist of
  /// thousands of combining marks.
  static func shown(_ text: String, limit: Int = longest) -> String {
    var shown = String.UnicodeScalarView()
    var marks = 0
    for (index, scalar) in text.unicodeScalars.enumerated() {
      if index == limit {
        shown.append("…")
        break
      }
      marks = isMark(scalar) ? marks + 1 : 0
      if marks <= mostMarks { shown.append(visible(scalar)) }
    }
    return String(shown)
  }

  /// As `shown`, but set apart so that marks of writing direction end with the text: for titles,
  /// where no element can do it.
  static func isolated(_ text: String) -> String {
    "\u{2068}" + shown(text) + "\u{2069}"
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300 else { return false }
    return [.nonspacingMark, .enclosingMark].contains(scalar.properties.generalCategory)
  }

  private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0, 0x2028, 0x2029: "\u{FFFD}"
    default: scalar
    }
  }
}

extension String {
  /// Whether two ids are the same: their UTF-8 bytes are.
  func hasSameBytes(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
