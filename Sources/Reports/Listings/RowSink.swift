import MessageHistory

/// What takes a listing's rows: a file, or a table for report.json.
protocol RowSink: ~Copyable {
  /// Takes text of an input.
  mutating func text(_ bytes: UnsafeRawBufferPointer)
  mutating func cell(_ cell: Cell)
  /// Begins a row with the cells of a slice, of which rows come one after the other.
  mutating func begin(
    _ slice: UInt32, page: UnsafeRawBufferPointer, channel: UnsafeRawBufferPointer)
  /// The same as cells, for sinks that write millions of them.
  mutating func blank()
  mutating func word(_ word: StaticString)
  mutating func count(_ number: Int32)
  mutating func instant(_ milliseconds: Int64)
  /// Takes the instant so long after another one; blank where the time is negative.
  mutating func instant(_ milliseconds: Int64, after start: Int64)
  /// Takes a time, blank where it is negative.
  mutating func time(_ milliseconds: Int64)
  mutating func endRecord()
}

extension RowSink where Self: ~Copyable {
  mutating func text(_ bytes: [UInt8]) { bytes.withUnsafeBytes { text($0) } }

  mutating func begin(
    _ slice: UInt32, page: UnsafeRawBufferPointer, channel: UnsafeRawBufferPointer
  ) {
    text(page)
    text(channel)
  }

  mutating func blank() { cell(.blank) }

  mutating func word(_ word: StaticString) { cell(.word(word.description)) }

  mutating func count(_ number: Int32) { cell(.integer(Int(number))) }

  mutating func instant(_ milliseconds: Int64) {
    cell(.instant(Instant(milliseconds: milliseconds)))
  }

  mutating func time(_ milliseconds: Int64) {
    cell(milliseconds < 0 ? .blank : .time(milliseconds))
  }

  mutating func instant(_ milliseconds: Int64, after start: Int64) {
    if milliseconds < 0 { cell(.blank) } else { instant(start + milliseconds) }
  }
}

/// Collects rows as a table.
struct TableSink: RowSink {
  private(set) var rows: [[Cell]] = []
  private var row: [Cell] = []

  mutating func text(_ bytes: UnsafeRawBufferPointer) { row.append(.text(bytes: bytes)) }

  mutating func cell(_ cell: Cell) { row.append(cell) }

  mutating func endRecord() {
    rows.append(row)
    row = []
    row.reserveCapacity(rows[0].count)
  }
}
