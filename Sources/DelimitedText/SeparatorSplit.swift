/// How one separator splits the records of a sample.
package struct SeparatorSplit: Hashable, Sendable {
  package let separator: UInt8
  /// The fields of the first record that is not blank; 0 without any.
  package private(set) var headerFields = 0
  /// The records after the header that are not blank.
  package private(set) var records = 0
  /// Those among them with as many fields as the header.
  package private(set) var agreeingRecords = 0

  /// Splits `text`, which begins with a record.
  init(of text: UnsafeRawBufferPointer, dialect: Dialect, isWholeInput: Bool) {
    separator = dialect.separator
    var index = FieldIndex()
    let scanner = RecordScanner(dialect: dialect)
    let result = scanner.scan(text, isFinal: isWholeInput, into: &index)
    // Where the sample ends within the header there is nothing better than its beginning.
    if result.coveredBytes == 0 { _ = scanner.scan(text, isFinal: true, into: &index) }
    index.withRecords(of: text, dialect: dialect) { batch in
      for record in batch where !record.isBlank {
        if headerFields == 0 {
          headerFields = record.fieldCount
        } else {
          records += 1
          agreeingRecords += record.fieldCount == headerFields ? 1 : 0
        }
      }
    }
  }

  /// Whether this is the likelier separator: it splits the header at all; then a greater share
  /// of the records agrees with the header; then the header has more fields.
  func isBetter(than other: SeparatorSplit) -> Bool {
    guard headerFields > 1 else { return false }
    guard other.headerFields > 1 else { return true }
    // Without records after the header everything agrees.
    let own = (agreeing: max(agreeingRecords, records == 0 ? 1 : 0), of: max(records, 1))
    let its = (
      agreeing: max(other.agreeingRecords, other.records == 0 ? 1 : 0), of: max(other.records, 1)
    )
    let (left, right) = (own.agreeing * its.of, its.agreeing * own.of)
    return left == right ? headerFields > other.headerFields : left > right
  }
}
