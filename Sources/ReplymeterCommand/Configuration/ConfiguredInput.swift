package import DelimitedText
package import MessageHistory

/// How the files that match one path or pattern are read.
///
/// What is not said is detected in the file.
package struct ConfiguredInput: Equatable, Sendable {
  package enum Quote: Equatable, Sendable {
    case none
    case byte(UInt8)
  }

  package enum Escape: String, CaseIterable, Sendable {
    case doubled, backslash
  }

  /// A file, a folder or a pattern, relative to the configuration's folder.
  package var path: Located<String>
  /// A vendor format's name, or `auto`.
  package var format: Located<String>?
  /// The zone of naive times.
  package var timezone: Located<String>?
  package var dateOrder: Located<DateOrder>?
  /// Any that the system knows.
  package var encoding: Located<TextEncoding>?
  /// An ASCII byte.
  package var separator: Located<UInt8>?
  package var quote: Located<Quote>?
  package var escape: Located<Escape>?
  /// Whether the first record that is not skipped names the columns.
  package var header: Located<Bool>?
  /// Lines before the header, from 0.
  package var skippedLines: Located<Int>?
  package var columns: [ConfiguredColumn] = []
  package var values: [ConfiguredColumnValues] = []
  /// Our names, numbers or addresses, where nothing but the sender tells the direction; trimmed,
  /// none of them blank.
  package var own: [Located<String>] = []

  init(path: Located<String>) {
    self.path = path
  }
}

/// A column and the names that it has in a file's header: at least one, none of them blank.
package struct ConfiguredColumn: Equatable, Sendable {
  package var column: Column
  package var names: [Located<String>]
}

/// What the words of one column mean, in the order of the file.
///
/// Replacements of direction and status are canonical words, those of kind are kinds; a blank one
/// makes the cell blank (a direction cannot be).
package struct ConfiguredColumnValues: Equatable, Sendable {
  package var column: Column
  package var replacements: [ConfiguredReplacement]
}
