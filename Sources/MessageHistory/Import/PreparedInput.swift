package import DelimitedText

/// An input whose header is read: all that is needed to read its rows.
package struct PreparedInput: Sendable {
  package let file: InputFile
  package let dialect: Dialect
  package let mapping: ColumnMapping
  /// The cells of the header record; empty where the file has none.
  package let header: [String]
  /// How the samples were understood.
  package let detection: DialectDetection
  /// The byte at which the first record after the header begins, or the table without a header.
  package let firstRow: Int
  package private(set) var reading: RowReading

  /// Reads the header and finds the columns.
  ///
  /// - Throws: `MessageHistoryError` for a file without text, without a header or without a needed
  ///   column.
  package init(_ file: InputFile, settings: InputSettings) throws(MessageHistoryError) {
    let layout = try InputLayout(file, settings: settings)
    guard let head = layout.firstRecord else { throw .emptyFile(path: file.name) }
    self.file = file
    dialect = layout.dialect
    detection = layout.detection
    header = settings.hasHeader ? head.cells : []
    firstRow = settings.hasHeader ? head.end : layout.tableStart
    do throws(ColumnMappingFlaw) {
      mapping =
        settings.hasHeader
        ? try ColumnMapping(header: head.cells, configured: settings.columns)
        : try ColumnMapping(positions: settings.positions, width: head.cells.count)
    } catch {
      throw .columns(path: file.name, flaw: error)
    }
    let vocabulary: RowVocabulary
    do throws(ValueMappingFlaw) {
      vocabulary = try RowVocabulary(settings.values)
    } catch {
      throw .values(path: file.name, flaw: error)
    }
    reading = RowReading(
      mapping: mapping, vocabulary: vocabulary,
      timestamps: TimestampReading(
        clock: settings.clock, zones: settings.zones, order: settings.dateOrder),
      header: settings.hasHeader ? head.cellBytes : [])
    try reading.expectOrder(ofDatesIn: file, from: firstRow, dialect: dialect)
  }

  /// The same input with its dates read in an order that the whole column has proven.
  func reading(datesIn order: DateOrder) -> PreparedInput {
    var input = self
    input.reading.timestamps.settle(order)
    return input
  }
}
