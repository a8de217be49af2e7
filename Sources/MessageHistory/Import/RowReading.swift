import DelimitedText

/// How the records of one input are read, once its header is known.
package struct RowReading: Sendable {
  let fields: ColumnFields
  let vocabulary: RowVocabulary
  package internal(set) var timestamps: TimestampReading
  /// The cells of the header, trimmed.
  private let header: [[UInt8]]
  /// What further columns say of a row; nil for nothing.
  let marks: RowMarks?
  /// Where the cells stand that rows are told apart by.
  let rowFields: RowFields

  /// - Parameters:
  ///   - mapping: which field holds which column.
  ///   - vocabulary: the words of the cells.
  ///   - timestamps: how instants are read.
  ///   - header: the header's cells, trimmed, to know it where it comes again.
  ///   - width: how many cells the first record has.
  ///   - marks: what further columns say of a row.
  init(
    mapping: ColumnMapping, vocabulary: RowVocabulary, timestamps: TimestampReading,
    header: [[UInt8]], width: Int, marks: RowMarks? = nil
  ) {
    self.marks = marks
    rowFields = RowFields(mapping, marks: marks, width: width)
    fields = ColumnFields(mapping)
    self.vocabulary = vocabulary
    self.timestamps = timestamps
    self.header = header
  }

  /// Whether a record is the header once more: as after joining files, where its quotes may differ
  /// and a byte order mark may stand before it.
  func isHeader(_ record: Record, _ scratch: inout ByteScratch) -> Bool {
    guard record.fieldCount == header.count else { return false }
    for field in header.indices {
      var cell = record.cell(field, scratch: &scratch).trimmingWhiteSpace()
      if field == 0, case .utf8 = ByteOrderMark(startOf: cell) {
        cell = record.dialect.unquoted(
          UnsafeRawBufferPointer(rebasing: record.field(0).dropFirst(3)), scratch: &scratch
        ).trimmingWhiteSpace()
      }
      guard cell.elementsEqual(header[field]) else { return false }
    }
    return true
  }
}
