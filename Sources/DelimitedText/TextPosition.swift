/// Where something begins in a text.
package struct TextPosition: Hashable, Sendable {
  /// The line, from 1; a record with line breaks in its cells takes several.
  package var line: Int
  /// The record, from 1, the header and blank ones included.
  package var record: Int
  /// The byte, from 0, a byte order mark included.
  package var byte: Int

  package init(line: Int = 1, record: Int = 1, byte: Int = 0) {
    self.line = line
    self.record = record
    self.byte = byte
  }
}
