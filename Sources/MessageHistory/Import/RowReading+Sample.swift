import DelimitedText

extension RowReading {
  /// The order of dates that the first rows show, so that a wrong one is seldom tried.
  ///
  /// What a sample leaves open, the whole column may still prove: then it is read again.
  ///
  /// - Parameters:
  ///   - file: the input.
  ///   - start: where its first row begins.
  ///   - dialect: how its records are told apart.
  /// - Returns: nil where they show none, or nothing is left to judge.
  /// - Throws: `MessageHistoryError` where the file cannot be read.
  func expectedOrder(
    ofDatesIn file: InputFile, from start: Int, dialect: Dialect
  ) throws(MessageHistoryError) -> DateOrder? {
    guard !timestamps.isOrderSettled else { return nil }
    var sample = [UInt8](repeating: 0, count: max(0, min(Self.sampleSize, file.size - start)))
    let read = sample.withUnsafeMutableBytes { room in
      Result { () throws(MessageHistoryError) in try file.read(into: room, at: start) }
    }
    sample.removeLast(sample.count - (try read.get()))
    let isFinal = start + sample.count >= file.size
    var evidence = TimestampEvidence()
    var index = FieldIndex()
    var scratch = ByteScratch()
    sample.withUnsafeBytes { rows in
      _ = RecordScanner(dialect: dialect).scan(rows, isFinal: isFinal, into: &index)
      index.withRecords(of: rows, dialect: dialect) { records in
        for record in records {
          scratch.reset()
          let cells = RowCells(record, fields: fields)
          // Which rows come first matters, and no more: the places are those in the sample.
          _ = timestamps.parse(
            cells.trimmed(.timestamp, &scratch), at: Place(record.start), &evidence)
        }
      }
    }
    if case .proven(let order, _) = evidence.orderOfDates { return order }
    return nil
  }

  /// Some hundreds of rows of messages.
  private static let sampleSize = 1 << 18
}
