import MessageHistory

/// Divides the inputs, laid end to end, into ranges of about equal size.
///
/// Rows of one range are read together, in the order of their places: so the inputs are read from
/// front to back once, however many rows there are and however little memory.
struct PlaceRanges: Sendable {
  let count: Int
  /// Bytes of a range, about.
  let length: Int
  /// Ranges a byte, in units of 2 to the power of −64: millions of places are asked for their range,
  /// and multiplying takes a tenth of dividing.
  private let rangesPerByte: UInt64

  /// - Parameters:
  ///   - bytes: of all inputs.
  ///   - count: how many ranges are wanted; at least 1.
  init(bytes: Int, count: Int) {
    self.count = count
    length = bytes / count
    // Less than one range a byte, so that it fits.
    rangesPerByte = UInt64(
      truncatingIfNeeded: UInt128(count) << 64 / (UInt128(max(bytes, count)) + 1))
  }

  /// The range, from 0, that a row begins in.
  func range(of place: Place) -> Int {
    min(Int(place.number.multipliedFullWidth(by: rangesPerByte).high), count - 1)
  }
}
