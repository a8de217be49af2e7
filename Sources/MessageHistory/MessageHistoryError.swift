package import DelimitedText

/// What ends the reading of a history; customers' words are in none of them.
package enum MessageHistoryError: Error, Equatable, Sendable {
  case cannotOpen(path: String, code: Int32)
  case cannotRead(path: String, byte: Int, code: Int32)
  /// There is no room for a copy of an input that cannot be sought.
  case cannotSpool(folder: String, code: Int32)
  case changedWhileRead(path: String)
  case emptyFile(path: String)
  case notText(path: String, byte: Int)
  case unsupportedEncoding(path: String, encoding: ByteOrderMark)
  case columns(path: String, flaw: ColumnMappingFlaw)
  case values(path: String, flaw: ValueMappingFlaw)
  case vendor(path: String, flaw: VendorFlaw)
  case recordTooLong(path: String, byte: Int, limit: Int)
  /// No row has a timestamp that can be read.
  case noUsableTimestamp(path: String, rows: Int)
  /// No row that needs a direction has one that is known.
  case noKnownDirection(path: String, rows: Int)
  case tooManyInputs(count: Int, limit: Int)
}
