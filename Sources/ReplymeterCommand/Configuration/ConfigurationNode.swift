/// A piece of the configuration file as it is written: texts, lists and mappings, nothing typed.
///
/// There is no number, truth value or null here, so that `no`, `1e3` or `2026` stay the words that
/// the author wrote; each key decides what its text means.
package struct ConfigurationNode: Equatable, Sendable {
  package enum Shape: Equatable, Sendable {
    case nothing, text, list, mapping
    /// Only ever expected, where a key takes more than one shape.
    case textOrList, textOrMapping
  }

  enum Content: Equatable, Sendable {
    /// A key without a value. An empty text in quotes is a text.
    case nothing
    case text(String)
    case list([ConfigurationNode])
    /// In the order of the file, keys told apart by their bytes.
    case mapping([Entry])
  }

  struct Entry: Equatable, Sendable {
    /// Nothing in place of a key that is no text.
    var key: Located<String?>
    var value: ConfigurationNode
  }

  /// Where the value begins; of a key without a value, where the key does.
  var place: SourcePlace
  var content: Content

  var shape: Shape {
    switch content {
    case .nothing: .nothing
    case .text: .text
    case .list: .list
    case .mapping: .mapping
    }
  }
}
