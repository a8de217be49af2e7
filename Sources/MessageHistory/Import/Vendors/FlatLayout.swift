/// What the columns and words of a vendor's table mean, one row a message.
struct FlatLayout: Sendable {
  /// Header names by column; those that a file lacks are left out.
  var columns: [Column: String]
  /// Words that stand for canonical ones, by column.
  var values: [Column: [String: String]] = [:]
  /// Further columns that decide what a row is.
  var marks: [KindMark] = []
  /// Whether a naive time is UTC; else it is read in the input's zone.
  var isUTC = false
  /// Whether the direction column names the sender, whom the configuration says to be us.
  var isDirectionBySender = false
  /// Columns whose names are not known: the general mapping finds them.
  var general: Set<Column> = []
}

/// A word of a column that no canonical one is, which says what a row is.
struct KindMark: Sendable {
  enum Meaning: Sendable {
    case note
    case automated
  }

  /// The header name.
  var column: String
  /// In any case of ASCII letters.
  var words: [String]
  var meaning: Meaning

  /// How exports write that a flag is set.
  static let yes = ["true", "t", "yes", "1"]
  /// How exports write that a flag is not set.
  static let no = ["false", "f", "no", "0"]
}
