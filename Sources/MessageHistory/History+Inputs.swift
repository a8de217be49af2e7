/// What a history holds of each of its inputs.
extension History {
  /// By input: from the oldest to the newest instant of its rows; nil where it has none left.
  ///
  /// - Throws: `MessageHistoryError` where records cannot be read back.
  package func spansByInput() throws(MessageHistoryError) -> [ClosedRange<Instant>?] {
    var spans = [ClosedRange<Instant>?](repeating: nil, count: inputs.count)
    try forEachPartition { records in
      for record in records {
        let input = inputs.extent(around: record.place).ordinal
        let span = spans[input]
        let instant = record.instant
        if let span, span.contains(instant) { continue }
        spans[input] =
          min(span?.lowerBound ?? instant, instant)...max(span?.upperBound ?? instant, instant)
      }
    }
    return spans
  }

  /// By input: its first messages, at most so many, in the order of the rows.
  ///
  /// - Throws: `MessageHistoryError` where records cannot be read back.
  package func firstMessages(_ count: Int) throws(MessageHistoryError) -> [[Message]] {
    var first = [[MessageRecord]](repeating: [], count: inputs.count)
    try forEachPartition { records in
      for record in records where traits[Int(record.traits)].messageClass.isSentOrReceived {
        let input = inputs.extent(around: record.place).ordinal
        if first[input].count == count, let last = first[input].last, last.place < record.place {
          continue
        }
        let index = first[input].firstIndex { record.place < $0.place } ?? first[input].count
        first[input].insert(record, at: index)
        if first[input].count > count { first[input].removeLast() }
      }
    }
    return first.map { records in
      records.map {
        Message(
          instant: $0.instant, traits: traits[Int($0.traits)], place: $0.place, contact: $0.contact)
      }
    }
  }
}
