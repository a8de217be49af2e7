/// Where a record begins: the input's ordinal in the list, and the byte in that input.
///
/// Places compare as inputs were listed and, within one, as rows follow one another.
package struct Place: Comparable, Hashable, BitwiseCopyable, Sendable {
  @usableFromInline let packed: UInt64

  /// The largest byte offset that a place can hold: 16 TiB.
  package static let greatestOffset = 1 << 44 - 1
  /// The largest number of inputs.
  package static let greatestInput = 1 << 20 - 1

  @inlinable
  package init(input: Int, offset: Int) {
    packed = UInt64(truncatingIfNeeded: input) << 44 | UInt64(truncatingIfNeeded: offset)
  }

  /// The place so many bytes further on in the same input.
  @inlinable
  package func advanced(by bytes: Int) -> Place {
    Place(packed: packed &+ UInt64(truncatingIfNeeded: bytes))
  }

  @inlinable
  init(packed: UInt64) {
    self.packed = packed
  }

  /// The place of a sort key.
  @inlinable
  package init(sortKey: UInt64) {
    packed = sortKey
  }

  /// A number that sorts as places do.
  @inlinable
  package var sortKey: UInt64 { packed }

  /// The input's ordinal, from 0.
  @inlinable
  package var input: Int { Int(packed >> 44) }

  /// The byte at which the record begins, from 0.
  @inlinable
  package var offset: Int { Int(packed & 0xFFF_FFFF_FFFF) }

  @inlinable
  package static func < (left: Place, right: Place) -> Bool { left.packed < right.packed }
}
