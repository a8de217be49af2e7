/// What was met in the rows of one input.
package struct InputCounts: Sendable, Equatable {
  /// Records that are rows: neither blank nor the header once more.
  package var rowsRead = 0
  package var rejectedByReason = Array(repeating: 0, count: RejectReason.allCases.count)
  package var unknownKind = 0
  package var unknownStatus = 0
  package var unknownRating = 0
  package var timesInGap = 0
  package var timesAmbiguous = 0
  /// Rows whose timestamp can be read, rejected for another reason or not.
  package var usableTimestamps = 0
  /// Rows that need a direction, unknown kinds included, and rows of any kind that have one.
  package var directionsNeeded = 0
  package var directionsKnown = 0
  /// Accepted rows whose timestamp names no offset.
  package var naiveTimes = 0
  package var timestamps = TimestampEvidence()
  /// Of the rows that are rejected for it, a blank cell being a word too.
  package var unknownDirections = UnknownWords()
  /// Of the rows counted under `unknownKind`.
  package var unknownKinds = UnknownWords()
  /// Of the rows counted under `unknownStatus`.
  package var unknownStatuses = UnknownWords()
  /// Records with bytes that are no UTF-8, and the byte at which the first of them begins.
  package var recordsNotUTF8 = 0
  package var firstNotUTF8: Int?

  package init() {}

  /// Counts rows whose instant and words are known and whose times name their offset.
  ///
  /// - Parameters:
  ///   - count: how many there are, 255 at most.
  ///   - tally: in its lowest byte how many have a direction, above it how many need one.
  mutating func add(plainRows count: Int, tally: UInt64) {
    rowsRead += count
    usableTimestamps += count
    directionsKnown += Int(tally & 0xFF)
    directionsNeeded += Int(tally >> 8)
  }

  /// Counts how the timestamp of an accepted row was read.
  mutating func note(_ reading: ParsedTimestamp.Reading) {
    switch reading {
    case .absolute: return
    case .unique: break
    case .inGap: timesInGap += 1
    case .ambiguous: timesAmbiguous += 1
    }
    naiveTimes += 1
  }

  package func rejected(_ reason: RejectReason) -> Int { rejectedByReason[Int(reason.rawValue)] }

  /// Rows that were taken, duplicates included.
  package var accepted: Int { rowsRead - rejectedByReason.reduce(0, +) }

  package static func += (sum: inout InputCounts, other: InputCounts) {
    sum.rowsRead += other.rowsRead
    for reason in sum.rejectedByReason.indices {
      sum.rejectedByReason[reason] += other.rejectedByReason[reason]
    }
    sum.unknownKind += other.unknownKind
    sum.unknownStatus += other.unknownStatus
    sum.unknownRating += other.unknownRating
    sum.timesInGap += other.timesInGap
    sum.timesAmbiguous += other.timesAmbiguous
    sum.usableTimestamps += other.usableTimestamps
    sum.directionsNeeded += other.directionsNeeded
    sum.directionsKnown += other.directionsKnown
    sum.naiveTimes += other.naiveTimes
    sum.timestamps += other.timestamps
    sum.unknownDirections += other.unknownDirections
    sum.unknownKinds += other.unknownKinds
    sum.unknownStatuses += other.unknownStatuses
    sum.recordsNotUTF8 += other.recordsNotUTF8
    sum.firstNotUTF8 = [sum.firstNotUTF8, other.firstNotUTF8].compactMap(\.self).min()
  }
}

extension InputCounts: Hashable {
  /// Whether no word and no date is in it by itself, so that equal counts come often.
  var areOfNumbersAlone: Bool {
    timestamps.numericDates == 0 && unknownDirections.total == 0 && unknownKinds.total == 0
      && unknownStatuses.total == 0
  }

  /// Of the numbers that differ most between inputs.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(rowsRead)
    hasher.combine(rejectedByReason)
    hasher.combine(usableTimestamps)
    hasher.combine(directionsNeeded)
    hasher.combine(directionsKnown)
    hasher.combine(naiveTimes)
    hasher.combine(timestamps.plainTimes)
    hasher.combine(firstNotUTF8)
  }
}
