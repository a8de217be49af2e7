/// Which keys belong to one employee.
package enum ConfiguredAliases: Equatable, Sendable {
  /// In the order of the file; no key stands under two of them.
  case listed([ConfiguredAlias])
  case file(Located<String>)
}

/// One employee's name, itself a key, and the further keys; trimmed, none of them blank.
package struct ConfiguredAlias: Equatable, Sendable {
  package var name: Located<String>
  package var keys: [Located<String>]
}
