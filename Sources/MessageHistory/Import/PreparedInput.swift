package import DelimitedText

/// An input whose header is read: all that is needed to read its rows.
package struct PreparedInput: Sendable {
  package let file: InputFile
  package let dialect: Dialect
  package let mapping: ColumnMapping
  /// The cells of the header record; empty where the file has none.
  package let header: [String]
  /// How the records of the file, or of the export that it came out of, are told apart, and on what
  /// evidence; nil for an export that is no table.
  package let layout: InputLayout?
  /// The byte at which the first record after the header begins, or the table without a header.
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
    let layout = try InputLayout(file, settings: settings)
    guard let head = layout.firstRecord else { throw .emptyFile(path: file.name) }
    self.file = file
    self.layout = layout
    dialect = layout.dialect
    header = settings.hasHeader ? head.cells : []
    firstRow = settings.hasHeader ? head.end : layout.tableStart
    origin = nil
    let columns = try InputColumns(of: file.name, first: head, settings: settings)
    vendor = columns.vendor
    mapping = columns.mapping
    reading = columns.reading
    try reading.expectOrder(ofDatesIn: file, from: firstRow, dialect: dialect)
  }

  /// What came out of an export that was unfolded.
  ///
  /// - Parameters:
  ///   - spool: the canonical rows.
  ///   - layout: how the export's own records were told apart; nil for one that is no table.
  ///   - origin: the export.
  ///   - format: the export's.
  ///   - settings: the export's.
  /// - Throws: `MessageHistoryError` where the rows cannot be read again.
  init(
    unfolded spool: InputFile, layout: InputLayout?, origin: UnfoldedOrigin,
    format: VendorFormat, settings: InputSettings
  ) throws(MessageHistoryError) {
    file = spool
    self.layout = layout
    dialect = Dialect()
    header = CanonicalSpool.header
    firstRow = CanonicalSpool.headerSize
    vendor = format
    self.origin = origin
    let columns = try InputColumns(
      of: spool.name, header: header, settings: settings, unfoldedFrom: format)
    mapping = columns.mapping
    reading = columns.reading
    try reading.expectOrder(ofDatesIn: spool, from: firstRow, dialect: dialect)
  }

  /// The same input with its dates read in an order that the whole column has proven.
  func reading(datesIn order: DateOrder) -> PreparedInput {
    var input = self
    input.reading.timestamps.settle(order)
    return input
  }
}
