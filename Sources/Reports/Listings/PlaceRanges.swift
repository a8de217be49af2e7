import MessageHistory

/// Divides the inputs, one after the other, into ranges of equal size, a power of two: millions of
/// places are asked for theirs, and dividing takes long.
///
/// Rows of one range are read together, in the order of their places: so the inputs are read from
/// front to back once, however many rows there are and however little memory.
package struct PlaceRanges: Sendable {
  let count: Int
  /// By input: its first byte, counted over all inputs.
  private let starts: [Int]
  /// The size of a range as the number of bits that an offset is shifted by.
  private let bits: Int

  /// - Parameters:
  ///   - inputs: sizes of the inputs in bytes, in their order.
  ///   - count: how many ranges are wanted, at least 1; there may be up to twice as many.
  init(inputs: [Int], count: Int) {
    var total = 0
    starts = inputs.map { size in
      defer { total += size }
      return total
    }
    let size = total / count + 1
    bits = Int.bitWidth - 1 - size.leadingZeroBitCount
    self.count = total >> bits + 1
  }

  /// The range, from 0, that a row begins in.
  func range(of place: Place) -> Int {
    min((starts[place.input] + place.offset) &>> bits, count - 1)
  }
}
