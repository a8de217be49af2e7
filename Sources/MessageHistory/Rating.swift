/// A contact's rating from 1 to 5, kept in millionths so that equal values compare equal.
package struct Rating: BitwiseCopyable, Hashable, Sendable {
  /// Millionths; 0 where there is no rating, else 1,000,000 to 5,000,000.
  package var millionths: UInt32

  @inlinable
  package init(millionths: UInt32) {
    self.millionths = millionths
  }

  package static let none = Rating(millionths: 0)

  /// Whether there is one.
  @inlinable
  package var isGiven: Bool { millionths != 0 }

  /// Whether it counts as a good one: 4 or more.
  package var isGood: Bool { millionths >= 4_000_000 }

  /// Reads a decimal number from 1 to 5; digits beyond the sixth decimal are cut off.
  ///
  /// - Returns: nil where the cell is no such number.
  package init?(parsing cell: UnsafeRawBufferPointer) {
    var index = 0
    var whole: UInt32 = 0
    var fraction: UInt32 = 0
    var fractionDigits = 0
    var hasExcess = false
    if index < cell.count, cell[index] == UInt8(ascii: "+") { index += 1 }
    let start = index
    while index < cell.count, let digit = decimalDigit(cell[index]) {
      guard whole < 100 else { return nil }
      whole = whole * 10 + UInt32(digit)
      index += 1
    }
    guard index > start else { return nil }
    if index < cell.count, cell[index] == UInt8(ascii: ".") || cell[index] == UInt8(ascii: ",") {
      index += 1
      let first = index
      while index < cell.count, let digit = decimalDigit(cell[index]) {
        if fractionDigits < 6 {
          fraction = fraction * 10 + UInt32(digit)
          fractionDigits += 1
        } else if digit != 0 {
          hasExcess = true
        }
        index += 1
      }
      guard index > first else { return nil }
    }
    guard index == cell.count else { return nil }
    while fractionDigits < 6 {
      fraction *= 10
      fractionDigits += 1
    }
    let value = whole * 1_000_000 + fraction
    guard value >= 1_000_000, value < 5_000_000 || (value == 5_000_000 && !hasExcess) else {
      return nil
    }
    self.init(millionths: value)
  }
}

private func decimalDigit(_ byte: UInt8) -> UInt8? {
  byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") ? byte - UInt8(ascii: "0") : nil
}
