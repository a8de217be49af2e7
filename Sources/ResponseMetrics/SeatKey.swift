/// An employee on a page as one number, and where tables of seats begin to look for it.
///
/// The place follows from the seat alone: indexes of pages and employees are given out one after
/// another, so nobody can make them meet in one place.
struct SeatKey: BitwiseCopyable, Equatable, Sendable {
  private let bits: UInt64

  @inline(__always)
  init(page: Int, employee: UInt32) {
    bits = UInt64(truncatingIfNeeded: page) << 32 | UInt64(employee)
  }

  var page: Int { Int(bits >> 32) }

  var employee: UInt32 { UInt32(truncatingIfNeeded: bits) }

  /// - Parameter slots: of the table; a power of two.
  /// - Returns: the slot to look at first, and the next ones after it.
  @inline(__always)
  func place(among slots: Int) -> Int {
    Int(truncatingIfNeeded: (bits &* 0x9E37_79B9_7F4A_7C15) >> 32) & (slots &- 1)
  }
}
