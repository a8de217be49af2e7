import DelimitedText

/// Writes a streamed file: its header, then rows, handed out in pieces of a quarter mebibyte.
struct CellWriter: RowSink, ~Copyable {
  private var lines: LineSink
  private let write: (borrowing [UInt8]) throws -> Void
  private var piece: [UInt8] = []
  private static let pieceSize = 256 << 10

  init(
    file: ReportFile, style: ListingStyle, write: @escaping (borrowing [UInt8]) throws -> Void
  ) {
    lines = LineSink(headerOf: file, style: style)
    self.write = write
  }

  mutating func text(_ bytes: UnsafeRawBufferPointer) { lines.text(bytes) }

  mutating func begin(
    _ slice: UInt32, page: UnsafeRawBufferPointer, channel: UnsafeRawBufferPointer
  ) {
    lines.begin(slice, page: page, channel: channel)
  }

  mutating func cell(_ cell: Cell) { lines.cell(cell) }

  mutating func blank() { lines.blank() }

  mutating func word(_ word: StaticString) { lines.word(word) }

  mutating func count(_ number: Int32) { lines.count(number) }

  mutating func instant(_ milliseconds: Int64) { lines.instant(milliseconds) }

  mutating func instant(_ milliseconds: Int64, after start: Int64) {
    lines.instant(milliseconds, after: start)
  }

  mutating func time(_ milliseconds: Int64) { lines.time(milliseconds) }

  mutating func endRecord() throws {
    lines.endRecord()
    if lines.bytes.count >= Self.pieceSize { try flush() }
  }

  /// Hands out what is left.
  mutating func flush() throws {
    piece.append(contentsOf: lines.bytes)
    lines.begin()
    try write(piece)
    piece.removeAll(keepingCapacity: true)
  }
}
