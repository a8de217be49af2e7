package import DelimitedText

/// An input whose header is read: all that is needed to read its rows.
package struct PreparedInput: Sendable {
  package let file: InputFile
  package let dialect: Dialect
  package let mapping: ColumnMapping
  /// The cells of the header record.
  package let header: [String]
  /// How the first bytes were understood.
  package let detection: DialectDetection
  /// The byte at which the first record after the header begins.
  package let firstRow: Int
  package private(set) var reading: RowReading
  /// The vendor's format that it is in; nil for one that the general mapping reads.
  package let vendor: VendorFormat?
  /// The export that the rows came out of, where they are not read as they are.
  package let origin: UnfoldedOrigin?

  /// Reads the header and finds the columns.
  ///
  /// A format whose rows come out of a conversion is recognised and no more: `InputPreparation`
  /// makes it ready.
  /// - Throws: `MessageHistoryError` for a file without text, without a header or without a needed
  ///   column.
  package init(_ file: InputFile, settings: InputSettings) throws(MessageHistoryError) {
    self.file = file
    let sample = try Self.head(of: file)
    detection = sample.withUnsafeBytes {
      DialectDetection(sample: $0, isWholeInput: $0.count == file.size)
    }
    if let byte = detection.firstZeroByte { throw .notText(path: file.name, byte: byte) }
    let mark = detection.byteOrderMark
    switch mark {
    case .utf16LittleEndian, .utf16BigEndian:
      throw .unsupportedEncoding(path: file.name, encoding: mark ?? .utf8)
    case .utf8, nil: break
    }
    var dialect = detection.dialect
    if let separator = settings.separator { dialect.separator = separator }
    switch settings.quote {
    case .detected: break
    case .none: dialect.quote = nil
    case .byte(let quote): dialect.quote = quote
    }
    if let escape = settings.escape { dialect.escape = escape }
    self.dialect = dialect
    let start = mark?.bytes.count ?? 0
    guard
      let head = HeaderRecord(
        sample, from: start, dialect: dialect, isWholeInput: sample.count == file.size)
    else { throw .emptyFile(path: file.name) }
    header = head.cells
    firstRow = head.end
    origin = nil
    let columns = try InputColumns(of: file.name, header: head, settings: settings)
    vendor = columns.vendor
    mapping = columns.mapping
    reading = columns.reading
    reading.expectOrder(
      ofDatesIn: sample, from: firstRow, dialect: dialect,
      isWholeInput: sample.count == file.size)
  }

  /// What came out of an export that was unfolded.
  init(
    unfolded spool: InputFile, of source: InputFile, origin: UnfoldedOrigin,
    format: VendorFormat, settings: InputSettings
  ) throws(MessageHistoryError) {
    file = spool
    dialect = Dialect()
    header = CanonicalSpool.header
    firstRow = CanonicalSpool.headerSize
    vendor = format
    self.origin = origin
    let sample = try Self.head(of: source)
    detection = sample.withUnsafeBytes {
      DialectDetection(sample: $0, isWholeInput: $0.count == source.size)
    }
    let head = HeaderRecord(cells: header, end: firstRow)
    let columns = try InputColumns(
      of: spool.name, header: head, settings: settings, unfoldedFrom: format)
    mapping = columns.mapping
    reading = columns.reading
    reading.expectOrder(
      ofDatesIn: try Self.head(of: spool), from: firstRow, dialect: dialect,
      isWholeInput: spool.size <= Self.largestHeader)
  }

  /// The same input with its dates read in an order that the whole column has proven.
  func reading(datesIn order: DateOrder) -> PreparedInput {
    var input = self
    input.reading.timestamps.settle(order)
    return input
  }

  private static func head(of file: InputFile) throws(MessageHistoryError) -> [UInt8] {
    var head = [UInt8](repeating: 0, count: min(file.size, largestHeader))
    let result = head.withUnsafeMutableBytes { room in
      Result { () throws(MessageHistoryError) in try file.read(into: room, at: 0) }
    }
    let count = try result.get()
    head.removeLast(head.count - count)
    return head
  }

  /// How far into a file the header may end: beyond it, the file is no delimited text.
  private static let largestHeader = 1 << 20
}

/// The first record of an input that is not blank.
struct HeaderRecord {
  let cells: [String]
  /// The same as they stand in the file, which may be no UTF-8.
  let cellBytes: [[UInt8]]
  /// The byte after its line end.
  let end: Int

  /// A header that the program wrote.
  init(cells: [String], end: Int) {
    self.cells = cells
    cellBytes = cells.map { Array($0.utf8) }
    self.end = end
  }

  /// Nil where there is no record but blank ones.
  init?(_ sample: [UInt8], from start: Int, dialect: Dialect, isWholeInput: Bool) {
    var index = FieldIndex()
    let scanner = RecordScanner(dialect: dialect)
    let found: (cells: [[UInt8]], end: Int)? = sample.withUnsafeBytes { sample in
      let text = UnsafeRawBufferPointer(rebasing: sample[min(start, sample.count)...])
      _ = scanner.scan(text, isFinal: isWholeInput, into: &index)
      return index.withRecords(of: text, dialect: dialect) { batch in
        var records = batch.makeIterator()
        while let record = records.next() {
          if record.isBlank { continue }
          var scratch = ByteScratch()
          let cells = (0..<record.fieldCount).map { field in
            Array(record.cell(field, scratch: &scratch).trimmingWhiteSpace())
          }
          let end = records.next().map { start + $0.start }
          return (cells, end ?? start + Self.end(of: record, in: text))
        }
        return nil
      }
    }
    guard let found else { return nil }
    cells = found.cells.map { String(decoding: $0, as: UTF8.self) }
    cellBytes = found.cells
    end = found.end
  }

  /// The offset after a record and its line end, where no record follows in the sample.
  private static func end(of record: Record, in text: UnsafeRawBufferPointer) -> Int {
    var end = record.start + record.bytes.count
    if end < text.count, text[end] == Byte.carriageReturn { end += 1 }
    if end < text.count, text[end] == Byte.lineFeed { end += 1 }
    return end
  }
}
