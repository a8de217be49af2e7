/// Where a record begins: its byte, counted over all inputs as if they were one file, in the order in
/// which they were listed.
///
/// Places compare as inputs were listed and, within one, as rows follow one another. `PreparedInputs`
/// tells the input of a place.
package struct Place: Comparable, Hashable, BitwiseCopyable, Sendable {
  private let byte: UInt64

  /// Bits of the greatest place.
  static let bits = 44

  /// So many bytes all inputs together may have: 16 TiB.
  package static let mostBytes = 1 << bits

  /// The place so many bytes behind the first input's beginning.
  package init(_ byte: Int) {
    self.byte = UInt64(truncatingIfNeeded: byte)
  }

  /// The place so many bytes further on.
  package func advanced(by bytes: Int) -> Place {
    Place(sortKey: byte &+ UInt64(truncatingIfNeeded: bytes))
  }

  /// How many bytes it lies behind another.
  package func distance(from other: Place) -> Int {
    Int(truncatingIfNeeded: byte &- other.byte)
  }

  /// The place of a sort key.
  package init(sortKey: UInt64) {
    byte = sortKey
  }

  /// A number that sorts as places do.
  package var sortKey: UInt64 { byte }

  package static func < (left: Place, right: Place) -> Bool { left.byte < right.byte }
}
