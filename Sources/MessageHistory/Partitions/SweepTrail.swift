/// How far one worker's sweep has come in an input.
struct SweepTrail {
  /// Where the group begins that is passed next.
  private var next = 0
  private var last = 0

  /// Notes that the sweep has come to an offset.
  ///
  /// - Returns: a whole group that it has gone over since it began, or since it left out more than
  ///   that; nil for none.
  mutating func move(to offset: Int) -> Range<Int>? {
    let size = SweepRelief.groupSize
    defer { last = offset }
    guard offset >= last, offset - last <= size else {
      next = (offset + size - 1) / size * size
      return nil
    }
    guard offset >= next + size else { return nil }
    defer { next += size }
    return next..<next + size
  }
}
