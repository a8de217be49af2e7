import DelimitedText

extension HistoryReader {
  /// The inputs with the orders of dates that their columns have proven, where some were read in
  /// another; nil where all were read right.
  ///
  /// - Throws: `MessageHistoryError` where a column leaves its order open or contradicts itself.
  func inputsToReadAgain(
    _ counts: [InputCounts]
  ) throws(MessageHistoryError) -> [PreparedInput]? {
    var corrected = inputs
    var isAnyWrong = false
    for (index, input) in inputs.enumerated() where !input.reading.timestamps.isOrderSettled {
      switch counts[index].timestamps.orderOfDates {
      case .irrelevant: break
      case .proven(let order, _):
        corrected[index] = input.reading(datesIn: order)
        if order != input.reading.timestamps.order { isAnyWrong = true }
      case .open(let open):
        throw .dateOrderOpen(path: input.file.name, line: try input.line(of: open.example), open)
      case .contradictory(let first, let second):
        throw .dateOrdersContradict(
          path: input.file.name,
          .init(line: try input.line(of: first), date: first.date),
          .init(line: try input.line(of: second), date: second.date))
      }
    }
    return isAnyWrong ? corrected : nil
  }
}

extension PreparedInput {
  /// The line, from 1, on which the record of a row begins.
  package func line(of row: TimestampEvidence.Sighting) throws(MessageHistoryError) -> Int {
    var finder = LineFinder(self, ordinal: row.place.input)
    return try finder.line(at: row.place.offset)
  }
}
