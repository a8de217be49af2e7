import DelimitedText
import MessageHistory

/// Writes a streamed file: cells into records, records into pieces of a quarter mebibyte.
struct CellWriter: RowSink {
  private var writer: RecordWriter
  private let cellText: CellText
  private let write: (borrowing [UInt8]) throws -> Void
  private static let pieceSize = 256 << 10

  /// Begins with the header of the file.
  init(
    file: ReportFile, style: ListingStyle, write: @escaping (borrowing [UInt8]) throws -> Void
  ) {
    writer = RecordWriter(separator: style.separator)
    cellText = CellText(clock: style.clock)
    self.write = write
    for column in file.columns { writer.append(column) }
    writer.endRecord()
  }

  /// Appends text of an input: repaired, and guarded against being taken for a formula.
  mutating func text(_ bytes: some Collection<UInt8>) {
    let isWritten: Void? = bytes.withContiguousStorageIfAvailable {
      writer.appendText(UnsafeRawBufferPointer($0))
    }
    if isWritten == nil { Array(bytes).withUnsafeBytes { writer.appendText($0) } }
  }

  mutating func cell(_ cell: Cell) {
    switch cell {
    case .text(let text): writer.appendText(text)
    case .blank: writer.appendEmpty()
    case .word, .integer, .share, .bound, .seconds, .decimal, .instant, .date, .flag:
      writer.append(cellText.text(of: cell) ?? "")
    }
  }

  mutating func endRecord() throws {
    writer.endRecord()
    if writer.bytes.count >= Self.pieceSize { try flush() }
  }

  /// Hands out what is left.
  mutating func flush() throws {
    try write(writer.bytes)
    writer.removeAll()
  }
}
