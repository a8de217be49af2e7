import DelimitedText

/// How the records of one input are read, once its header is known.
package struct RowReading: Sendable {
  let fields: ColumnFields
  let vocabulary: RowVocabulary
  /// The zone of naive times.
  let clock: LocalClock
  private let header: [UInt8]

  /// - Parameters:
  ///   - mapping: which field holds which column.
  ///   - vocabulary: the words of the cells.
  ///   - clock: the zone of naive times.
  ///   - header: the header record as it stands, to know it where it comes again.
  init(mapping: ColumnMapping, vocabulary: RowVocabulary, clock: LocalClock, header: [UInt8]) {
    fields = ColumnFields(mapping)
    self.vocabulary = vocabulary
    self.clock = clock
    self.header = header
  }

  /// Whether a record is the header once more.
  func isHeader(_ record: Record) -> Bool {
    let bytes = record.bytes
    return bytes.count == header.count && !header.isEmpty && bytes.first == header.first
      && bytes.elementsEqual(header)
  }
}
