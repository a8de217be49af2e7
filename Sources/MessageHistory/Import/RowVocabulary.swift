/// The words of an input's cells: the general ones, and what the configuration adds.
struct RowVocabulary: Sendable {
  var kinds = MessageKind.words
  var directions = Direction.words
  var statuses = ConversationStatus.words
  var tags = MessageTag.words
  /// Whether it holds the general words alone.
  private(set) var isGeneral = true

  /// The general words.
  static let general = RowVocabulary()

  private init() {}

  /// The general words and those that stand for canonical ones, by column.
  ///
  /// - Throws: `ValueMappingFlaw` for a word that is not canonical.
  init(_ values: [Column: [String: String]]) throws(ValueMappingFlaw) {
    // In order, so that every run finds the same flaw first, and takes the same of two words that
    // differ in case alone.
    for column in Column.allCases {
      for (word, canonical) in (values[column] ?? [:]).sorted(by: { $0.key < $1.key }) {
        try add(word, canonical, column)
      }
    }
  }

  /// Reads the direction from the sender: ours is outbound, everybody else's inbound.
  mutating func readDirections(ownSenders: [String]) {
    isGeneral = false
    directions = Vocabulary([:])
    for sender in ownSenders { directions.add(sender, meaning: .outbound) }
    directions.addEveryOther(meaning: .inbound)
  }

  private mutating func add(
    _ word: String, _ canonical: String, _ column: Column
  ) throws(ValueMappingFlaw) {
    isGeneral = false
    switch column {
    case .kind: kinds.add(word, meaning: try MessageKind.words.known(canonical, column))
    case .direction: directions.add(word, meaning: try Direction.words.known(canonical, column))
    case .status: statuses.add(word, meaning: try ConversationStatus.words.known(canonical, column))
    case .tag: tags.add(word, meaning: try MessageTag.words.known(canonical, column))
    default: throw ValueMappingFlaw(column: column, word: canonical)
    }
  }
}

/// A word of the configuration that is no canonical value of its column.
package struct ValueMappingFlaw: Error, Equatable, Sendable {
  package var column: Column
  package var word: String
}

extension Vocabulary {
  fileprivate func known(_ word: String, _ column: Column) throws(ValueMappingFlaw) -> Meaning {
    let meaning = Array(word.utf8).withUnsafeBytes { self.meaning(of: $0) }
    guard let meaning else { throw ValueMappingFlaw(column: column, word: word) }
    return meaning
  }
}
