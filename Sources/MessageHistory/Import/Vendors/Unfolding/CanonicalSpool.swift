import DelimitedText
import Glibc

/// A table in the canonical columns that is written into a file without a name, which ends with
/// the program.
///
/// Its first column is the line of the export that a row comes from.
struct CanonicalSpool: ~Copyable {
  /// The header's cells.
  static let header = ["line"] + Column.allCases.map(\.rawValue)
  /// The bytes of the header's record.
  static let headerSize = header.reduce(0) { $0 + $1.utf8.count + 1 }

  private let descriptor: Int32
  private let folder: String
  private var writer = RecordWriter()
  private var isHandedOut = false

  init() throws(MessageHistoryError) {
    (descriptor, folder) = try InputFile.unnamedFile()
    for name in Self.header { writer.append(name) }
    writer.endRecord()
  }

  deinit {
    if !isHandedOut { close(descriptor) }
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
    var code: Int32 = 0
    writer.bytes.withUnsafeBytes { bytes in
      var written = 0
      while written < bytes.count, code == 0 {
        let step = write(
          descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
        if step >= 0 { written += step } else if errno != EINTR { code = errno }
      }
    }
    guard code == 0 else { throw .cannotSpool(folder: folder, code: code) }
    writer.removeAll()
  }

  /// The table, to be read under the export's name.
  consuming func file(named name: String) throws(MessageHistoryError) -> InputFile {
    try flush()
    isHandedOut = true
    return InputFile(descriptor: descriptor, name: name)
  }
}
