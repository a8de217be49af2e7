/// One mistake in a configuration.
///
/// An error within the reader only: what leaves it is a `ConfigurationError` with all of them.
package struct ConfigurationFlaw: Error, Equatable, Sendable {
  package let place: SourcePlace
  /// The path of the key concerned, `pages[].timezone`; empty where the whole file is.
  package let key: String
  package let problem: ConfigurationProblem
}

/// What a mistake in a configuration consists of; the wording is kept apart.
package enum ConfigurationProblem: Equatable, Sendable {
  // The file.
  case tooLarge(byteCount: Int, limit: Int)
  case notUTF8
  case controlCharacter(Unicode.Scalar)
  case notYAML(complaint: String)
  case secondDocument
  case anchorOrAlias
  case explicitTag
  case nestedTooDeeply(limit: Int)

  // Keys.
  case keyIsNoText
  /// `firstLine` is nothing where only the first of them could be found.
  case repeatedKey(firstLine: Int?)
  case unknownKey(name: String, expected: [String])
  case missingKey(name: String)

  // Values.
  case wrongShape(found: ConfigurationNode.Shape, expected: ConfigurationNode.Shape)
  /// `found` is nothing where the text is a person's name or address.
  case unacceptable(found: String?, expected: ExpectedValue)
  case repeatedPage(found: String, firstLine: Int)
  case keyUnderTwoAliases(firstLine: Int)
  case refused(what: String, found: String, expected: String, advice: String?)
}
