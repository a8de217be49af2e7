/// From when to when the records of one worker are, of all and of each slice.
struct DecodedTimes: ~Copyable {
  private var newest = Int64.min
  /// By slice, the least moment; `max` where there is no record.
  private var oldest = UnsafeMutableBufferPointer<Int64>.allocate(capacity: 0)

  deinit {
    oldest.deallocate()
  }

  /// Makes room for records of a slice.
  mutating func expect(_ slice: UInt32) {
    let count = oldest.count
    guard slice >= count else { return }
    let grown = UnsafeMutableBufferPointer<Int64>.allocate(
      capacity: max(Int(slice) + 1, count * 2, Self.leastRoom))
    _ = grown.update(fromContentsOf: oldest)
    grown[count...].initialize(repeating: .max)
    oldest.deallocate()
    oldest = grown
  }

  private static let leastRoom = 64

  /// Adds a record.
  ///
  /// - Parameters:
  ///   - moment: its `MessageRecord.moment`.
  ///   - slice: there is room for it.
  @inline(__always)
  mutating func add(_ moment: Int64, _ slice: UInt32) {
    add(from: moment, to: moment, slice)
  }

  /// Adds records of a slice that has room, from their least moment to their greatest.
  @inline(__always)
  mutating func add(from least: Int64, to greatest: Int64, _ slice: UInt32) {
    newest = max(newest, greatest)
    if least < oldest[Int(slice)] { oldest[Int(slice)] = least }
  }

  /// The same as instants, up to the last slice that has a record.
  var times: RecordTimes {
    let slices = oldest.lastIndex { $0 < .max }.map { $0 + 1 } ?? 0
    var times = RecordTimes(slices: slices)
    let newest = MessageRecord.instant(ofMoment: newest)
    for (slice, oldest) in oldest[..<slices].enumerated() where oldest < .max {
      times.add(MessageRecord.instant(ofMoment: oldest)...newest, slice: slice)
    }
    return times
  }
}
