import DelimitedText
import MessageHistory

/// Writes a streamed file: cells into records, records into pieces of a quarter mebibyte.
struct CellWriter: RowSink {
  private var writer: RecordWriter
  private let cellText: CellText
  /// Room for one cell.
  private var cellBytes: [UInt8] = []
  /// Nil where the bytes stay here.
  private let write: ((borrowing [UInt8]) throws -> Void)?
  private static let pieceSize = 256 << 10

  /// Keeps all rows in memory, without a header.
  init(style: ListingStyle) {
    writer = RecordWriter(separator: style.separator)
    cellText = CellText(clock: style.clock)
    write = nil
  }

  /// Keeps the header of a file in memory.
  init(headerOf file: ReportFile, style: ListingStyle) {
    self.init(style: style)
    for column in file.columns { writer.append(column) }
    writer.endRecord()
  }

  /// What has been written and not been handed out.
  var bytes: [UInt8] { writer.bytes }

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
      cellBytes.removeAll(keepingCapacity: true)
      cellText.append(cell, to: &cellBytes)
      cellBytes.withUnsafeBytes { writer.append($0) }
    }
  }

  mutating func endRecord() throws {
    writer.endRecord()
    if write != nil, writer.bytes.count >= Self.pieceSize { try flush() }
  }

  /// Hands out what is left.
  mutating func flush() throws {
    guard let write else { return }
    try write(writer.bytes)
    writer.removeAll()
  }
}
