package import DelimitedText

/// An input whose header is read: all that is needed to read its rows.
///
/// It is a few words: what inputs with the same header and settings have in common is kept once.
package struct PreparedInput: Sendable {
  package let file: InputFile
  package let dialect: Dialect
  /// The byte at which the first record after the header begins, or the table without a header.
  package let firstRow: Int
  /// The records before the table, of the file or of the export that it came out of, that hold
  /// anything and were found to be prose.
  package let skippedRecords: Int
  /// The export that the rows came out of, where they are not read as they are.
  package let origin: UnfoldedOrigin?
  private(set) var table: TableReading

  package var mapping: ColumnMapping { table.mapping }
  /// The cells of the header record; empty where the file has none.
  package var header: [String] { table.header }
  package var reading: RowReading { table.reading }
  /// The vendor's format that it is in; nil for one that the general mapping reads.
  package var vendor: VendorFormat? { table.vendor }

  /// Reads the header and finds the columns, of an input by itself.
  ///
  /// - Throws: `MessageHistoryError` for a file without text, without a header or without a needed
  ///   column.
  package init(_ file: InputFile, settings: InputSettings) throws(MessageHistoryError) {
    var readings = TableReadings()
    try self.init(file, settings: settings, sharing: &readings)
  }

  /// Reads the header and finds the columns.
  ///
  /// A format whose rows come out of a conversion is recognised and no more: `InputPreparation`
  /// makes it ready.
  /// - Throws: `MessageHistoryError` for a file without text, without a header or without a needed
  ///   column.
  init(
    _ file: InputFile, settings: InputSettings, sharing readings: inout TableReadings
  ) throws(MessageHistoryError) {
    let layout = try InputLayout(file, settings: settings)
    guard let head = layout.firstRecord else { throw .emptyFile(path: file.name) }
    self.file = file
    dialect = layout.dialect
    skippedRecords = layout.skippedRecords
    firstRow = settings.hasHeader ? head.end : layout.tableStart
    origin = nil
    table = try readings.reading(
      of: file, first: head, rowsFrom: firstRow, dialect: dialect, settings: settings)
  }

  /// What came out of an export that was unfolded.
  ///
  /// - Parameters:
  ///   - spool: the canonical rows.
  ///   - origin: the export.
  ///   - format: the export's.
  ///   - settings: the export's.
  ///   - skippedRecords: the export's.
  ///   - readings: what is known of other inputs.
  /// - Throws: `MessageHistoryError` where the rows cannot be read again.
  init(
    unfolded spool: InputFile, origin: UnfoldedOrigin, format: VendorFormat,
    settings: InputSettings, skippedRecords: Int = 0, sharing readings: inout TableReadings
  ) throws(MessageHistoryError) {
    file = spool
    self.skippedRecords = skippedRecords
    dialect = Dialect()
    firstRow = CanonicalSpool.headerSize
    self.origin = origin
    table = try readings.reading(ofUnfolded: spool, format: format, settings: settings)
  }

  /// The same input, read with what was settled of another with the same reading.
  func reading(with table: TableReading) -> PreparedInput {
    var input = self
    input.table = table
    return input
  }
}
