package import DelimitedText

/// What ends the reading of a history; customers' words are in none of them.
package enum MessageHistoryError: Error, Equatable, Sendable {
  case cannotOpen(path: String, code: Int32)
  case cannotRead(path: String, byte: Int, code: Int32)
  /// There is no room for a copy of an input that cannot be sought, is packed or no UTF-8.
  case cannotSpool(folder: String, code: Int32)
  /// There is no room for records that do not fit into memory, or they cannot be read back.
  case cannotSpill(folder: String, code: Int32)
  case noMemory(path: String)
  case changedWhileRead(path: String)
  case compressed(path: String, compression: Compression, flaw: CompressionFlaw)
  case emptyFile(path: String)
  case notText(path: String, byte: Int)
  /// The system cannot convert an encoding that was told by evidence.
  case unsupportedEncoding(path: String, encoding: TextEncoding)
  case columns(path: String, flaw: ColumnMappingFlaw)
  case values(path: String, flaw: ValueMappingFlaw)
  case vendor(path: String, flaw: VendorFlaw)
  case recordTooLong(path: String, byte: Int, limit: Int, missing: MissingEnd)
  /// No row has a timestamp that can be read; some may have a date without a time.
  case noUsableTimestamp(path: String, rows: Int, datesAlone: Int)
  /// Day and month, or day and year, could be either way round in all rows; the line is that of
  /// the example.
  case dateOrderOpen(path: String, line: Int, OpenDateOrder)
  /// Some rows are dates only in one order, some only in another.
  case dateOrdersContradict(path: String, DateInLine, DateInLine)
  /// No row that needs a direction has one that is known; its frequent words are
  /// those of the rows rejected for it.
  case noKnownDirection(path: String, rows: Int, words: [[UInt8]])
  case tooManyBytes(count: Int, limit: Int)
}

extension MessageHistoryError {
  /// Whether the input was looked at as a table, so that how its records are told apart matters.
  package var isOfTable: Bool {
    switch self {
    case .cannotOpen, .cannotRead, .cannotSpool, .cannotSpill, .noMemory, .changedWhileRead,
      .emptyFile,
      .notText, .unsupportedEncoding, .compressed, .tooManyBytes:
      false
    case .columns, .values, .recordTooLong, .noUsableTimestamp, .dateOrderOpen,
      .dateOrdersContradict, .noKnownDirection:
      true
    case .vendor(_, let flaw):
      switch flaw {
      case .doesNotFit, .several, .partnerMissing, .conflicting, .columnsConfigured: true
      case .unlikeFormat, .ownMissing, .ownNotFound, .malformedJSON: false
      }
    }
  }
}

/// A date of an input, and the line on which its record begins.
package struct DateInLine: Equatable, Sendable {
  package var line: Int
  package var date: NumericDate
}
