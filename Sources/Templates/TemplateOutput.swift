/// The bytes written so far, and how values are escaped among them.
///
/// Escaping works on bytes, never on characters: to Swift a quote with a combining mark after it is
/// another character than a quote, to a browser and to a spreadsheet it is not.
struct TemplateOutput {
  private(set) var bytes: [UInt8] = []
  let kind: OutputKind
  /// Whether the template's own text so far leaves a quote open; looked at in tables only.
  private var isQuoting = false

  init(_ kind: OutputKind) {
    self.kind = kind
  }

  mutating func append(raw bytes: some Sequence<UInt8>) {
    self.bytes.append(contentsOf: bytes)
  }

  /// Writes text of the template itself; in a table its commas outside quotes are the separator.
  ///
  /// So one template makes a table with any separator. A comma that is to stay one is written
  /// between quotes, as in any table.
  mutating func append(literal text: ArraySlice<UInt8>) {
    guard case .csv(let separator) = kind, separator != .comma else { return append(raw: text) }
    for byte in text {
      if byte == .quote { isQuoting.toggle() }
      bytes.append(byte == .comma && !isQuoting ? separator : byte)
    }
  }

  mutating func append(raw text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  /// Writes text; in CSV one that a spreadsheet could take for a formula gets a `'` before it.
  mutating func append(text: String) {
    append(escaping: text, isGuarded: true)
  }

  /// Writes a number, escaped but never guarded.
  mutating func append(number: String) {
    append(escaping: number, isGuarded: false)
  }

  private mutating func append(escaping text: String, isGuarded: Bool) {
    var text = text
    text.withUTF8 { content in
      switch kind {
      case .html: appendHTML(content)
      case .csv(let separator):
        bytes.appendField(content, separator: separator, isGuarded: isGuarded)
      case .plain: bytes.append(contentsOf: content)
      }
    }
  }

  private mutating func appendHTML(_ content: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for (position, byte) in content.enumerated() {
      guard let reference = characterReference(for: byte) else { continue }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: content[start..<position]))
      bytes.append(contentsOf: reference.utf8)
      start = position + 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: content[start...]))
  }
}

extension [UInt8] {
  /// Appends a field of a CSV file, quoted by RFC 4180 where it has to be.
  ///
  /// - Parameters:
  ///   - content: the field's text.
  ///   - separator: what stands between fields.
  ///   - isGuarded: whether one that a spreadsheet could take for a formula gets a `'` before it.
  package mutating func appendField(
    _ content: UnsafeBufferPointer<UInt8>, separator: UInt8, isGuarded: Bool
  ) {
    let needsGuard = isGuarded && content.first.map(beginsFormula) ?? false
    let needsQuotes = content.contains {
      $0 == separator || $0 == .quote || $0 == .lineFeed || $0 == .carriageReturn
    }
    if needsQuotes { append(.quote) }
    if needsGuard { append(UInt8(ascii: "'")) }
    if needsQuotes {
      for byte in content {
        if byte == .quote { append(.quote) }
        append(byte)
      }
      append(.quote)
    } else {
      append(contentsOf: content)
    }
  }
}

/// What HTML text and quoted attributes have instead of the byte, or nil where it stands for itself.
private func characterReference(for byte: UInt8) -> String? {
  switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case .quote: "&quot;"
  case UInt8(ascii: "'"): "&#39;"
  default: nil
  }
}

private func beginsFormula(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), .tab,
    .carriageReturn:
    true
  default: false
  }
}
