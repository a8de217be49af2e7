/// One of the equal blocks into which time is cut for look-ups: 2^32 ms, about fifty days.
///
/// Block 0 begins at the Unix epoch.
struct TimeBlock: Comparable, Hashable, Sendable, Strideable {
  let number: Int

  init(number: Int) {
    self.number = number
  }

  /// The block that holds an instant in milliseconds since the Unix epoch.
  init(holding milliseconds: Int64) {
    number = Int(milliseconds >> 32)
  }

  /// The first millisecond.
  var start: Int64 { Int64(number) << 32 }

  /// Half-open.
  var range: Range<Int64> { start..<advanced(by: 1).start }

  static func < (left: TimeBlock, right: TimeBlock) -> Bool { left.number < right.number }

  func distance(to other: TimeBlock) -> Int { other.number - number }

  func advanced(by distance: Int) -> TimeBlock { TimeBlock(number: number + distance) }
}
