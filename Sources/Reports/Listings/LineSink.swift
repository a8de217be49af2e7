import DelimitedText
import MessageHistory

/// Writes rows of a listing into lines of a CSV file, which it keeps.
struct LineSink: RowSink {
  private var writer: RecordWriter
  private let cellText: CellText
  private var instants: InstantMemo

  init(style: ListingStyle) {
    writer = RecordWriter(separator: style.separator)
    cellText = CellText(clock: style.clock)
    instants = InstantMemo(clock: style.clock)
  }

  /// Begins with the header of the file.
  init(headerOf file: ReportFile, style: ListingStyle) {
    self.init(style: style)
    for column in file.columns { writer.append(column) }
    writer.endRecord()
  }

  /// The cells so far.
  var bytes: [UInt8] { writer.bytes }

  mutating func removeAll() { writer.removeAll() }

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
      writer.append { cellText.append(cell, to: &$0) }
    }
  }

  mutating func word(_ word: StaticString) {
    writer.append {
      $0.append(
        contentsOf: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }
  }

  mutating func count(_ number: Int32) {
    writer.append { $0.appendDecimal(Int(number)) }
  }

  mutating func instant(_ milliseconds: Int64) {
    writer.append { instants.write(Instant(milliseconds: milliseconds), to: &$0) }
  }

  mutating func time(_ milliseconds: Int64) {
    if milliseconds < 0 { return writer.appendEmpty() }
    writer.append { $0.appendTrimmedDecimal(Int(milliseconds), decimals: 3) }
  }

  mutating func endRecord() { writer.endRecord() }
}
