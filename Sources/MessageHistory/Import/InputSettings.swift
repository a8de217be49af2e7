package import DelimitedText

/// What the configuration says of how to read an input; nothing where nothing is said.
///
/// It is a value, kept once for all inputs that it is given to: a million of them may have the same.
@dynamicMemberLookup
package struct InputSettings: Sendable {
  /// Each as it is read or set by its name on the settings.
  package struct Entries: Sendable {
    /// The zone of naive times.
    package var clock: LocalClock
    /// Whether the configuration names that zone for this input, so that it wins over the format's.
    package var isClockConfigured = false
    /// The vendors' formats that may be meant; empty where they are recognised.
    package var formats: [VendorFormat] = []
    /// Our names, numbers or addresses, where nothing but the sender tells the direction.
    package var own: [String] = []
    /// The zones that timestamps may name.
    package var zones = ZoneDirectory { _ in nil }
    /// The order of dates; nil where the column decides it.
    package var dateOrder: DateOrder?
    /// Header names by column.
    package var columns: [Column: String]
    /// Words that stand for canonical ones, by column.
    package var values: [Column: [String: String]]
    /// The byte between two cells, where detection is overruled.
    package var separator: UInt8?
    package var quote = DialectOverrides.Quote.detected
    /// What the text is written in, where detection is overruled; for the opening of the file.
    package var encoding: TextEncoding?
    /// How a quote is written inside quotes, where detection is overruled.
    package var escape: Dialect.Escape?

    /// Whether the first record of the table names its columns.
    package var hasHeader = true
    /// Fields by column, from 0, where there is no header.
    package var positions: [Column: Int] = [:]
    /// The lines before the table; nil where it is found.
    package var skippedLines: Int?
  }

  private final class Storage: Sendable {
    let entries: Entries

    init(_ entries: Entries) {
      self.entries = entries
    }
  }

  private var storage: Storage

  package init(
    clock: LocalClock, columns: [Column: String] = [:],
    values: [Column: [String: String]] = [:], separator: UInt8? = nil
  ) {
    storage = Storage(
      Entries(clock: clock, columns: columns, values: values, separator: separator))
  }

  package subscript<Value>(dynamicMember entry: WritableKeyPath<Entries, Value>) -> Value {
    get { storage.entries[keyPath: entry] }
    set {
      var entries = storage.entries
      entries[keyPath: entry] = newValue
      storage = Storage(entries)
    }
  }

  /// Equal for copies, of which none was changed since.
  var identity: ObjectIdentifier { ObjectIdentifier(storage) }
}
