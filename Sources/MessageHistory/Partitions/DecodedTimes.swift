/// From when to when the records of one worker are, before they are settled.
struct DecodedTimes: Sendable {
  private var newest = Int64.min
  /// By traits, which tell the slice.
  private var oldestByTraits: [Int64] = []

  /// Adds records: two comparisons for each of them.
  mutating func add(_ records: UnsafeMutableBufferPointer<MessageRecord>) {
    for record in records {
      newest = max(newest, record.moment)
      let traits = Int(record.traits)
      if traits >= oldestByTraits.count { makeRoom(for: traits) }
      oldestByTraits[traits] = min(oldestByTraits[traits], record.moment)
    }
  }

  private mutating func makeRoom(for traits: Int) {
    let missing = max(traits + 1, oldestByTraits.count * 2) - oldestByTraits.count
    oldestByTraits.append(contentsOf: repeatElement(.max, count: missing))
  }

  /// The same by slice.
  ///
  /// - Parameters:
  ///   - traits: all traits, by index.
  ///   - slices: the number of slices.
  /// - Returns: nothing of slices without a record.
  func times(traits: [MessageTraits], slices: Int) -> RecordTimes {
    var times = RecordTimes(slices: slices)
    let newest = MessageRecord.instant(ofMoment: newest)
    for (traits, oldest) in zip(traits, oldestByTraits) where oldest < .max {
      times.add(MessageRecord.instant(ofMoment: oldest)...newest, slice: Int(traits.slice))
    }
    return times
  }
}
