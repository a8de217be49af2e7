/// What ends the reading of a delimited text.
///
/// Paths are as given. Nothing of the content is part of an error.
package enum DelimitedTextError: Error, Hashable, Sendable {
  /// The file cannot be opened, for the system's reason `code`.
  case cannotOpen(path: String, code: Int32)
  /// The file cannot be read on at `byte`, for the system's reason `code`.
  case cannotRead(path: String, byte: Int, code: Int32)
  /// A zero byte, which no text holds.
  case notText(path: String, byte: Int)
  /// A text in UTF-16 where only UTF-8 is read.
  case unexpectedUTF16(path: String)
  /// A record that begins at `position` and has no end within `limit` bytes.
  case recordTooLong(path: String, position: TextPosition, limit: Int, missing: MissingEnd)
}
