/// One property with its value, as written: `color: #fff`.
struct StyleDeclaration: Equatable {
  /// In lower case, but for custom properties.
  var property: String
  /// Without white space at its ends and without `!important`.
  var value: String
  var isImportant: Bool

  /// The declarations of a block or a `style` attribute, in their order; broken ones are left out,
  /// as browsers do.
  static func list(parsing text: String) -> [StyleDeclaration] {
    var scanner = StyleScanner(text)
    var declarations: [StyleDeclaration] = []
    while !scanner.isAtEnd {
      scanner.skipSpace()
      let start = scanner.position
      scanner.skip(toFirstOf: [UInt8(ascii: ";")])
      if let declaration = StyleDeclaration(parsing: scanner.text(start..<scanner.position)) {
        declarations.append(declaration)
      }
      scanner.skip()
    }
    return declarations
  }

  private init?(parsing text: String) {
    var scanner = StyleScanner(text)
    guard let property = scanner.name() else { return nil }
    scanner.skipSpace()
    guard scanner.take(":") else { return nil }
    scanner.skipSpace()
    let start = scanner.position
    scanner.skip(toFirstOf: [UInt8(ascii: "!")])
    value = scanner.text(start..<scanner.position).trimmedSpace
    isImportant = false
    if scanner.take("!") {
      scanner.skipSpace()
      guard scanner.name()?.lowercased() == "important" else { return nil }
      scanner.skipSpace()
      guard scanner.isAtEnd else { return nil }
      isImportant = true
    }
    guard !value.isEmpty else { return nil }
    self.property = property.utf8.starts(with: "--".utf8) ? property : property.lowercased()
  }

  /// Whether one property can decide over the other: they are the same, or one is the other's
  /// shorthand, as `border` of `border-top-color` and `font` of `line-height`.
  func concerns(_ other: StyleDeclaration) -> Bool {
    property == other.property || property.hasPrefix(other.property + "-")
      || other.property.hasPrefix(property + "-")
      || [[property, other.property], [other.property, property]].contains(["font", "line-height"])
  }

  func text(isImportant: Bool) -> String {
    "\(property):\(value)" + (isImportant ? "!important" : "")
  }
}

extension String {
  /// The text without the white space of CSS at its ends.
  fileprivate var trimmedSpace: String {
    let bytes = Array(utf8)
    guard let first = bytes.firstIndex(where: { !StyleScanner.isSpace($0) }),
      let last = bytes.lastIndex(where: { !StyleScanner.isSpace($0) })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}
