import DelimitedText

/// Writes a streamed file: its header, then rows, handed out in pieces of a quarter mebibyte.
struct CellWriter: RowSink, ~Copyable {
  private var lines: LineSink
  private let write: (borrowing [UInt8]) throws -> Void
  private static let pieceSize = 256 << 10

  init(
    file: ReportFile, style: ListingStyle, write: @escaping (borrowing [UInt8]) throws -> Void
  ) {
    lines = LineSink(headerOf: file, style: style)
    self.write = write
  }

  mutating func text(_ bytes: some Collection<UInt8>) { lines.text(bytes) }

  mutating func cell(_ cell: Cell) { lines.cell(cell) }

  mutating func endRecord() throws {
    lines.endRecord()
    if lines.bytes.count >= Self.pieceSize { try flush() }
  }

  /// Hands out what is left.
  mutating func flush() throws {
    try write(Array(lines.bytes))
    lines.begin()
  }
}
