import MessageHistory

/// Divides the inputs, one after the other, into ranges of equal size.
///
/// Rows of one range are read together, in the order of their places: so the inputs are read from
/// front to back once, however many rows there are and however little memory.
package struct PlaceRanges: Sendable {
  let count: Int
  /// By input: its first byte, counted over all inputs.
  private let starts: [Int]
  private let size: Int

  /// - Parameters:
  ///   - inputs: sizes of the inputs in bytes, in their order.
  ///   - count: how many ranges are wanted; at least 1.
  init(inputs: [Int], count: Int) {
    var total = 0
    starts = inputs.map { size in
      defer { total += size }
      return total
    }
    size = total / count + 1
    self.count = total / size + 1
  }

  /// The range, from 0, that a row begins in.
  func range(of place: Place) -> Int {
    min((starts[place.input] + place.offset) / size, count - 1)
  }
}
