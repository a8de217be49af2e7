/// Stretches of neighbouring orders, each with a number: the leading binary digits of an order.
///
/// As in a floating point number a stretch is the longer the greater its orders are, so that seconds
/// and months are both cut as fine as they are alike. Lesser orders never have a greater number.
package struct BucketScale: Sendable {
  private let digits: UInt64
  private let cut: UInt64

  /// - Parameters:
  ///   - digits: how many are looked at behind the first one of an order.
  ///   - cut: how many of the last digits are never looked at.
  @inline(__always)
  package init(digits: Int, cut: Int = 0) {
    self.digits = UInt64(truncatingIfNeeded: digits)
    self.cut = UInt64(truncatingIfNeeded: cut)
  }

  /// The number of an order's stretch; what is negative is in the first.
  @inline(__always)
  func bucket(of order: Int64) -> Int {
    let value = UInt64(bitPattern: max(order, 0)) &>> cut
    let width = 63 &- UInt64(truncatingIfNeeded: (value | 1 &<< digits).leadingZeroBitCount)
    let shift = width &- digits
    return Int(truncatingIfNeeded: shift &<< digits &+ value &>> shift)
  }
}
