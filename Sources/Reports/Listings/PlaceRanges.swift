import MessageHistory

/// Divides the inputs, one after the other, into ranges of about equal size.
///
/// Rows of one range are read together, in the order of their places: so the inputs are read from
/// front to back once, however many rows there are and however little memory.
struct PlaceRanges: Sendable {
  let count: Int
  /// Bytes of a range, about.
  let length: Int
  /// By input: its first byte, counted over all inputs.
  private let starts: [Int]
  /// Ranges a byte, in units of 2 to the power of −64: millions of places are asked for their range,
  /// and multiplying takes a tenth of dividing.
  private let rangesPerByte: UInt64
  // Here, and not asked for at each place.
  private let greatestOffset = Place.greatestOffset

  /// - Parameters:
  ///   - inputs: sizes of the inputs in bytes, in their order.
  ///   - count: how many ranges are wanted; at least 1.
  init(inputs: [Int], count: Int) {
    self.count = count
    var total = 0
    starts = inputs.map { size in
      defer { total += size }
      return total
    }
    length = total / count
    // Less than one range a byte, so that it fits.
    rangesPerByte = UInt64(
      truncatingIfNeeded: UInt128(count) << 64 / (UInt128(max(total, count)) + 1))
  }

  /// The range, from 0, that a row begins in.
  func range(of place: Place) -> Int {
    // As `Place` packs them: calls to another module take longer than all of this.
    let packed = place.number
    let input = Int(packed &>> UInt64(64 &- greatestOffset.leadingZeroBitCount))
    let offset = Int(truncatingIfNeeded: packed) & greatestOffset
    let range = UInt64(starts[input] + offset).multipliedFullWidth(by: rangesPerByte).high
    return min(Int(range), count - 1)
  }
}
