/// The employees of a history by key: in NFC, aliases joined.
package struct EmployeeTable: Sendable {
  /// Keys by index; index 0 is the blank key.
  package let keys = KeyTable([[]])
  /// Sender names by index; index 0 is none.
  package let names = KeyTable([[]])
  private let aliases: [[UInt8]: [UInt8]]

  /// - Parameter aliases: the keys that an alias's name stands for, by that name.
  package init(aliases: [String: [String]] = [:]) {
    var canonical: [[UInt8]: [UInt8]] = [:]
    for (name, keys) in aliases {
      let alias = CanonicalText.bytes(of: name)
      for key in keys { canonical[CanonicalText.bytes(of: key)] = alias }
    }
    self.aliases = canonical
    aliasNames = Set(aliases.keys.map { CanonicalText.bytes(of: $0) })
  }

  /// The keys that are an alias's name, and so are shown as they are.
  package let aliasNames: Set<[UInt8]>

  /// The index of the employee whom a key cell names.
  func index(ofKey cell: UnsafeRawBufferPointer) -> UInt32 {
    let key = CanonicalText.bytes(of: cell)
    return keys.index(of: aliases[key] ?? key)
  }

  func index(ofName cell: UnsafeRawBufferPointer) -> UInt32 {
    names.index(of: CanonicalText.bytes(of: cell))
  }
}
