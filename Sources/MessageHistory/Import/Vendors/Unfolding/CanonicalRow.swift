import DelimitedText

/// A row that comes out of an export, cell by cell, until it is written.
struct CanonicalRow {
  /// The line of the export that it comes from, from 1.
  var line = 0
  private var bytes: [UInt8] = []
  private var ranges = Array(repeating: 0..<0, count: Column.allCases.count)

  init(line: Int = 0) {
    self.line = line
  }

  /// Empties all cells.
  mutating func clear(line: Int) {
    self.line = line
    bytes.removeAll(keepingCapacity: true)
    for index in ranges.indices { ranges[index] = 0..<0 }
  }

  mutating func set(_ column: Column, _ cell: some Sequence<UInt8>) {
    let start = bytes.count
    bytes.append(contentsOf: cell)
    ranges[column.ordinal] = start..<bytes.count
  }

  mutating func set(_ column: Column, _ word: String) {
    set(column, word.utf8)
  }

  mutating func set(_ direction: Direction) {
    let word = direction.word
    set(.direction, UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  /// Appends the line and the cells in the order of `Column.allCases`, as one record.
  func write(to writer: inout RecordWriter) {
    writer.append(line)
    bytes.withUnsafeBytes { bytes in
      for range in ranges { writer.append(UnsafeRawBufferPointer(rebasing: bytes[range])) }
    }
    writer.endRecord()
  }
}
