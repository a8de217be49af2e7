/// Numbers one after the other, each as its distance from the least, in as many bytes as the greatest
/// distance takes; none where all are equal.
///
/// The lowest byte comes first. Writing and reading take eight bytes at a time, so that there are as
/// many behind the last number.
struct PackedColumn: BitwiseCopyable {
  let least: UInt64
  /// Bytes of a number, from 0 to 8.
  let width: Int

  static let gap = 8

  init(_ numbers: ColumnExtent) {
    least = numbers.greatest > numbers.least ? numbers.least : numbers.greatest
    width = (UInt64.bitWidth - (numbers.greatest - least).leadingZeroBitCount + 7) / 8
  }

  init(least: UInt64, width: Int) {
    self.least = least
    self.width = width
  }

  /// Whether there is such a column, which bytes from a file may not be.
  var isValid: Bool { 0...8 ~= width }

  /// Bytes of so many numbers, with those behind them.
  func size(_ count: Int) -> Int { count * width + Self.gap }

  /// Writes a number, and goes to where the next one belongs.
  @inline(__always)
  func write(_ number: UInt64, to end: inout UnsafeMutableRawPointer) {
    end.storeBytes(of: (number &- least).littleEndian, as: UInt64.self)
    end += width
  }

  /// A number of a column that begins at `start`.
  @inline(__always)
  func number(_ index: Int, at start: UnsafeRawPointer) -> UInt64 {
    let mask = width == 8 ? UInt64.max : 1 << UInt64(8 &* width) &- 1
    let bytes = (start + index &* width).loadUnaligned(as: UInt64.self)
    return least &+ UInt64(littleEndian: bytes) & mask
  }
}

/// From the least to the greatest of some numbers; the least is greater while there are none.
struct ColumnExtent {
  private(set) var least = UInt64.max
  private(set) var greatest: UInt64 = 0

  @inline(__always)
  mutating func add(_ number: UInt64) {
    least = min(least, number)
    greatest = max(greatest, number)
  }
}
