/// From when to when the records of one worker are, before they are settled.
struct DecodedTimes: Sendable {
  private var newest = Int64.min
  /// By traits, which tell the slice.
  private var oldestByTraits: [Int64] = []

  /// Adds records: three comparisons for each of them.
  mutating func add(_ records: UnsafeMutableBufferPointer<MessageRecord>) {
    var rest = records[...]
    while !rest.isEmpty {
      let added = addKnown(UnsafeBufferPointer(UnsafeMutableBufferPointer(rebasing: rest)))
      rest = rest.dropFirst(added)
      if let next = rest.first { makeRoom(for: Int(next.traits)) }
    }
  }

  /// Adds records up to the first one of traits that there is no room for, and returns how many.
  private mutating func addKnown(_ records: UnsafeBufferPointer<MessageRecord>) -> Int {
    var newest = newest
    var added = 0
    oldestByTraits.withUnsafeMutableBufferPointer { oldest in
      while added < records.count {
        let (traits, moment) = (Int(records[added].traits), records[added].moment)
        guard traits < oldest.count else { break }
        newest = max(newest, moment)
        if moment < oldest[traits] { oldest[traits] = moment }
        added &+= 1
      }
    }
    self.newest = newest
    return added
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
