/// Bytes of a file that nobody will read any more, until they are many enough to be given back.
///
/// Giving room back costs much the same for a page and for a hundred of them that follow one another,
/// which are given up one after the other by whoever reads a file in its order.
struct GivenUpBytes {
  /// In any order; none overlap.
  private var ranges: [Range<Int>] = []
  private var count = 0

  /// So many bytes are given back together.
  static let together = 64 << 20

  /// Adds bytes.
  ///
  /// - Parameter range: offsets in the file; none of these bytes may have been given up before.
  /// - Returns: what is to be given back now, in the order of the offsets, neighbours as one; none
  ///   where it is too little yet.
  mutating func add(_ range: Range<Int>) -> [Range<Int>] {
    guard !range.isEmpty else { return [] }
    ranges.append(range)
    count += range.count
    guard count >= Self.together else { return [] }
    defer { self = GivenUpBytes() }
    return joined()
  }

  private func joined() -> [Range<Int>] {
    ranges.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { joined, range in
      if let last = joined.last, last.upperBound == range.lowerBound {
        joined[joined.count - 1] = last.lowerBound..<range.upperBound
      } else {
        joined.append(range)
      }
    }
  }
}
