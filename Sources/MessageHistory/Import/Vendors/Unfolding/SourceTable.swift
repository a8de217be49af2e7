import DelimitedText

/// The rows of a table that is unfolded, read once from its first to its last.
struct SourceTable: ~Copyable {
  private let input: PreparedInput
  private let queue: ChunkQueue
  private var chunk = Chunk()
  private var lines: LineCounter
  private var row = SourceRow()

  init(_ input: PreparedInput) throws(MessageHistoryError) {
    self.input = input
    queue = ChunkQueue(PreparedInputs([input]))
    // As lines are counted elsewhere: where records end at a CR, a LF in a cell begins a line too.
    var lines = LineCounter(lineEnd: input.dialect.lineEnd == .lf ? .lf : .any)
    var head = [UInt8](repeating: 0, count: input.firstRow)
    let read = head.withUnsafeMutableBytes { room in
      Result { () throws(MessageHistoryError) in try input.file.read(into: room, at: 0) }
    }
    guard try read.get() == input.firstRow else { throw .changedWhileRead(path: input.file.name) }
    head.withUnsafeBytes { lines.advance(over: $0) }
    self.lines = lines
  }

  /// The field of a header name; −1 where there is none.
  func field(_ name: String?) -> Int {
    guard let name else { return -1 }
    let folded = HeaderName.folded(name)
    return input.header.firstIndex(of: name)
      ?? input.header.firstIndex { HeaderName.folded($0) == folded } ?? -1
  }

  /// Calls `body` with each of the next rows; false after the last.
  mutating func next(_ body: (inout SourceRow) -> Void) throws(MessageHistoryError) -> Bool {
    guard try queue.next(&chunk) else { return false }
    chunk.index.withRecords(of: chunk.records, dialect: input.dialect) { records in
      var counted = 0
      for record in records {
        lines.advance(
          over: UnsafeRawBufferPointer(rebasing: chunk.records[counted..<record.start]))
        counted = record.start
        if record.isBlank { continue }
        row.begin(record, line: lines.line)
        if row.isHeader(input.reading) { continue }
        body(&row)
      }
      lines.advance(over: UnsafeRawBufferPointer(rebasing: chunk.records[counted...]))
    }
    return true
  }

  /// Of the whole file, once `next` has returned false.
  var fingerprint: BlockFingerprint { queue.fingerprints.first ?? BlockFingerprint() }

  /// Of the rows so far.
  var irregularQuoting: IrregularQuoting { queue.irregularQuoting }
}

/// One row of an export that is unfolded.
struct SourceRow: ~Copyable {
  /// The line on which it begins, from 1.
  private(set) var line = 0
  private var record: Record?
  private var scratch = ByteScratch()

  fileprivate mutating func begin(_ record: Record, line: Int) {
    scratch.reset()
    self.record = record
    self.line = line
  }

  fileprivate mutating func isHeader(_ reading: RowReading) -> Bool {
    guard let record else { return false }
    return reading.isHeader(record, &scratch)
  }

  /// A cell without white space at its ends; empty where there is none.
  mutating func cell(_ field: Int) -> [UInt8] {
    guard let record, field >= 0 else { return [] }
    return Array(record.cell(field, scratch: &scratch).trimmingWhiteSpace())
  }

  /// A cell as it stands.
  mutating func whole(_ field: Int) -> [UInt8] {
    guard let record, field >= 0 else { return [] }
    return Array(record.cell(field, scratch: &scratch))
  }
}
