import DelimitedText
package import MessageHistory

/// The rows of rejected.csv: every row that could not be read, with its raw text where nothing
/// is hidden.
package struct RejectedRows {
  private let history: History
  private let redaction: Redaction

  package init(history: History, redaction: Redaction) {
    self.history = history
    self.redaction = redaction
  }

  package var count: Int { history.rejected.count }

  /// The rows with a blank in the place of their raw text: that stands in rejected.csv alone, which
  /// only its owner may read.
  package func table() throws -> ReportTable {
    var sink = TableSink()
    try send(to: &sink, showingRaw: false) { _ in }
    return ReportTable(.rejected, rows: sink.rows)
  }

  /// Hands the file to `write` in pieces.
  package func write(
    style: ListingStyle, to write: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    var lines = LineSink(headerOf: .rejected, style: style)
    try send(to: &lines, showingRaw: true) { lines in try lines.handOutPiece(to: write) }
    try write(lines.bytes)
  }

  /// Lines are counted only here, by reading the inputs with rejected rows once more.
  private func send<Sink: RowSink & ~Copyable>(
    to writer: inout Sink, showingRaw: Bool, afterEach: (inout Sink) throws -> Void
  ) throws {
    var rows = RowFetcher(inputs: history.inputs)
    var lines: LineFinder?
    var last: InputExtent?
    for row in history.rejected {
      let extent = history.inputs.extent(around: row.place)
      let input = history.inputs[extent.ordinal]
      if extent != last { lines = LineFinder(input) }
      last = extent
      writer.cell(.text(input.file.name))
      writer.cell(.integer(try lines?.line(at: extent.offset(of: row.place)) ?? 0))
      writer.cell(.word(row.reason.word))
      if showingRaw {
        let raw = try rows.withRow(at: row.place) { $0.raw }
        writer.text(redaction.written(input.origin == nil ? raw : Self.withoutLine(raw)))
      } else {
        writer.cell(.blank)
      }
      writer.endRecord()
      try afterEach(&writer)
    }
  }

  /// A row that came out of an export, without the line that it brought along.
  private static func withoutLine(_ raw: [UInt8]) -> [UInt8] {
    Array(raw.drop { $0 != UInt8(ascii: ",") }.dropFirst())
  }
}
