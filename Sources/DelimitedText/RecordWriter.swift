/// Writes RFC 4180 records with LF line ends into a buffer of bytes that grows.
///
/// A cell is quoted only where it holds the separator, a quote, CR or LF.
package struct RecordWriter: Sendable {
  /// What has been written.
  package private(set) var bytes: [UInt8] = []
  private let separator: UInt8
  private var isAtRecordStart = true

  package init(separator: UInt8 = Byte.comma) {
    self.separator = separator
  }

  /// Forgets what has been written, after it has gone elsewhere, and keeps the room.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }

  /// Ends the record.
  ///
  /// One without any cell is an empty line.
  package mutating func endRecord() {
    bytes.append(Byte.lineFeed)
    isAtRecordStart = true
  }

  /// Appends a cell with these bytes, as they are.
  package mutating func append(_ cell: UnsafeRawBufferPointer) {
    beginCell()
    appendQuoted(cell, mark: nil) { $0.append(contentsOf: $1) }
  }

  /// Appends a cell with this text, as it is: for names that the program chose.
  package mutating func append(_ cell: String) {
    var cell = cell
    cell.withUTF8 { append(UnsafeRawBufferPointer($0)) }
  }

  /// Appends a cell with these bytes, U+FFFD for what is no UTF-8.
  package mutating func appendRepaired(_ cell: UnsafeRawBufferPointer) {
    beginCell()
    appendQuoted(cell, mark: nil) { $0.appendRepaired($1) }
  }

  /// Appends a cell with text from outside, guarded as `FormulaGuard` says and repaired.
  package mutating func appendText(_ cell: UnsafeRawBufferPointer) {
    beginCell()
    let needsMark = FormulaGuard.isNeeded(beforeTextThatBeginsWith: cell.first)
    appendQuoted(cell, mark: needsMark ? FormulaGuard.mark : nil) { $0.appendRepaired($1) }
  }

  /// Appends a cell with text from outside, guarded as `FormulaGuard` says.
  package mutating func appendText(_ cell: String) {
    var cell = cell
    cell.withUTF8 { appendText(UnsafeRawBufferPointer($0)) }
  }

  /// Appends a cell with what `write` appends: a number, an instant or a word of the program, which
  /// needs quotes only where the separator is a byte of such.
  package mutating func append(_ write: (inout [UInt8]) -> Void) {
    beginCell()
    let start = bytes.count
    write(&bytes)
    guard separator.mayStandInNumbersAndWords else { return }
    let cell = Array(bytes[start...])
    bytes.removeLast(cell.count)
    cell.withUnsafeBytes { appendQuoted($0, mark: nil) { $0.append(contentsOf: $1) } }
  }

  /// Appends an empty cell: a value that is not defined.
  package mutating func appendEmpty() {
    beginCell()
  }

  /// Appends a cell with a whole number.
  package mutating func append(_ number: Int) {
    beginCell()
    bytes.appendDecimal(number)
  }

  /// Appends a cell with `units` of 10 to the power of −`decimals`, with all its decimals.
  ///
  /// 916,667 with 6 decimals is `0.916667`.
  package mutating func append(_ units: Int, decimals: Int) {
    beginCell()
    bytes.appendDecimal(units, decimals: decimals)
  }

  private mutating func beginCell() {
    if !isAtRecordStart { bytes.append(separator) }
    isAtRecordStart = false
  }

  /// Appends `cell` through `appendRun`, in quotes and with doubled quotes where it needs them.
  private mutating func appendQuoted(
    _ cell: UnsafeRawBufferPointer, mark: UInt8?,
    _ appendRun: (inout [UInt8], UnsafeRawBufferPointer) -> Void
  ) {
    let needsQuotes = cell.contains {
      $0 == separator || $0 == Byte.quote || $0 == Byte.lineFeed || $0 == Byte.carriageReturn
    }
    if needsQuotes { bytes.append(Byte.quote) }
    if let mark { bytes.append(mark) }
    var rest = cell
    while needsQuotes, let offset = rest.firstOffset(of: Byte.quote) {
      appendRun(&bytes, UnsafeRawBufferPointer(rebasing: rest[...offset]))
      bytes.append(Byte.quote)
      rest = UnsafeRawBufferPointer(rebasing: rest[(offset + 1)...])
    }
    appendRun(&bytes, rest)
    if needsQuotes { bytes.append(Byte.quote) }
  }
}

extension UInt8 {
  /// Whether it is none of the signs that usually separate cells.
  fileprivate var mayStandInNumbersAndWords: Bool {
    switch self {
    case Byte.comma, Byte.semicolon, Byte.tab, Byte.bar: false
    default: true
    }
  }
}
