import DelimitedText

/// A table in the canonical columns that is written into the spool of a run.
///
/// Its first column is the line of the export that a row comes from. Nothing else may be spooled
/// while it is written.
struct CanonicalSpool: ~Copyable {
  /// The header's cells.
  static let header = ["line"] + Column.allCases.map(\.rawValue)
  /// The bytes of the header's record.
  static let headerSize = header.reduce(0) { $0 + $1.utf8.count + 1 }

  private let spool: Spool
  private let start: Int
  private var writer = RecordWriter()

  init(_ store: InputStore) throws(MessageHistoryError) {
    spool = try store.spool()
    start = spool.count
    for name in Self.header { writer.append(name) }
    writer.endRecord()
  }

  mutating func append(_ row: CanonicalRow) {
    row.write(to: &writer)
  }

  /// Writes what has come together where it is a mebibyte or more.
  mutating func flushIfFull() throws(MessageHistoryError) {
    if writer.bytes.count >= 1 << 20 { try flush() }
  }

  /// Writes what has come together; to be called again and again, so that it stays little.
  mutating func flush() throws(MessageHistoryError) {
    let result = writer.bytes.withUnsafeBytes { bytes in
      Result { () throws(MessageHistoryError) in try spool.append(bytes) }
    }
    try result.get()
    writer.removeAll()
  }

  /// The table, to be read under the name of the export that it came out of.
  consuming func file(of export: InputFile) throws(MessageHistoryError) -> InputFile {
    try flush()
    return export.unfolded(into: .spooled(spool, start..<spool.count))
  }
}
