import DelimitedText

extension HistoryReader {
  /// The inputs with the orders of dates that their columns have proven, where some were read in
  /// another; nil where all were read right.
  ///
  /// - Throws: `MessageHistoryError` where a column leaves its order open or contradicts itself.
  func inputsToReadAgain(
    _ counts: CountsByInput
  ) throws(MessageHistoryError) -> [PreparedInput]? {
    var corrected = Array(inputs)
    var isAnyWrong = false
    var settled = SettledReadings()
    for (index, input) in inputs.enumerated() where !input.reading.timestamps.isOrderSettled {
      switch counts[index].timestamps.orderOfDates {
      case .irrelevant: break
      case .proven(let order, _):
        corrected[index] = input.reading(with: settled.reading(input.table, datesIn: order))
        if order != input.reading.timestamps.order { isAnyWrong = true }
      case .open(let open):
        throw .dateOrderOpen(
          path: input.file.name, line: try inputs.line(at: open.example.place), open)
      case .contradictory(let first, let second):
        throw .dateOrdersContradict(
          path: input.file.name,
          .init(line: try inputs.line(at: first.place), date: first.date),
          .init(line: try inputs.line(at: second.place), date: second.date))
      }
    }
    return isAnyWrong ? corrected : nil
  }
}

/// Readings whose dates are in an order that the whole column has proven: one for all inputs that
/// shared one before.
private struct SettledReadings {
  private struct Key: Hashable {
    var table: ObjectIdentifier
    var order: DateOrder
  }

  private var known: [Key: TableReading] = [:]

  mutating func reading(_ table: TableReading, datesIn order: DateOrder) -> TableReading {
    let key = Key(table: ObjectIdentifier(table), order: order)
    if let known = known[key] { return known }
    var timestamps = table.reading.timestamps
    timestamps.settle(order)
    let settled = TableReading(table, timestamps: timestamps)
    known[key] = settled
    return settled
  }
}
