/// One address of a mail's head, with the name before it.
package struct MailAddress: Equatable, Sendable {
  /// Empty where there is none.
  package let name: String
  /// `name@example.com`.
  package let address: String

  /// The longest address that is taken, in bytes.
  ///
  /// Source: RFC 5321, section 4.5.3.1: 64 for the local part, 255 for the domain.
  package static let longest = 320

  /// Reads `name@example.com` or `Name <name@example.com>`, the name with quotes or without.
  ///
  /// Nil for anything that could not stand in one line of a head, whatever else it may be.
  package init?(_ text: String) {
    guard !text.unicodeScalars.contains(where: HeaderText.isControl) else { return nil }
    var name = Substring()
    var address = text[...]
    if let open = text.lastIndex(of: "<"), text.last == ">" {
      name = text[..<open]
      address = text[text.index(after: open)...].dropLast()
    }
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, address.utf8.count <= Self.longest,
      parts.allSatisfy({ !$0.isEmpty && !$0.contains(where: Self.isForbidden) })
    else { return nil }
    self.name = Self.unquoted(name)
    self.address = String(address)
  }

  /// What no part of an address has; quoted local parts are not taken.
  private static func isForbidden(_ character: Character) -> Bool {
    character.isWhitespace || "<>,;:\"()[]\\".contains(character)
  }

  /// The name without white space at its ends, and without quotes and their backslashes.
  private static func unquoted(_ text: Substring) -> String {
    let bytes = Array(text.utf8)
    guard let first = bytes.firstIndex(where: { $0 != 0x20 }),
      let last = bytes.lastIndex(where: { $0 != 0x20 })
    else { return "" }
    let quote = UInt8(ascii: "\"")
    guard first < last, bytes[first] == quote, bytes[last] == quote else {
      return String(decoding: bytes[first...last], as: UTF8.self)
    }
    var name: [UInt8] = []
    var isEscaped = false
    for byte in bytes[(first + 1)..<last] {
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      if !isEscaped { name.append(byte) }
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// What stands after the `@`.
  var domain: String {
    address.split(separator: "@").last.map(String.init) ?? ""
  }
}
