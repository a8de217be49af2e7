import DelimitedText

extension RowReading {
  /// Looks at the first rows for the order of their dates, so that a wrong one is seldom tried.
  ///
  /// What a sample leaves open, the whole column may still prove: then it is read again.
  mutating func expectOrder(
    ofDatesIn sample: [UInt8], from start: Int, dialect: Dialect, isWholeInput: Bool
  ) {
    guard !timestamps.isOrderSettled else { return }
    var evidence = TimestampEvidence()
    var index = FieldIndex()
    var scratch = ByteScratch()
    sample.withUnsafeBytes { sample in
      let text = UnsafeRawBufferPointer(rebasing: sample[min(start, sample.count)...])
      let rows = UnsafeRawBufferPointer(rebasing: text.prefix(Self.sampleSize))
      _ = RecordScanner(dialect: dialect).scan(
        rows, isFinal: isWholeInput && rows.count == text.count, into: &index)
      index.withRecords(of: rows, dialect: dialect) { records in
        for record in records {
          scratch.reset()
          let cells = RowCells(record, fields: fields)
          _ = timestamps.parse(
            cells.trimmed(.timestamp, &scratch), at: Place(input: 0, offset: record.start),
            &evidence)
        }
      }
    }
    if case .proven(let order, _) = evidence.orderOfDates { timestamps.expect(order) }
  }

  /// Some hundreds of rows of messages.
  private static let sampleSize = 1 << 18
}
