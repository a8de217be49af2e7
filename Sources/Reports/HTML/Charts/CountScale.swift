/// An axis of whole numbers from 0 to a round number, with few round ticks.
struct CountScale: Sendable {
  let ticks: [Int]

  /// - Parameter greatest: the greatest number to be shown; not negative.
  init(upTo greatest: Int) {
    let step = Self.step(for: max(1, greatest))
    ticks = Array(stride(from: 0, through: greatest + step - 1, by: step))
  }

  /// The last tick; at least 1.
  var top: Int { max(1, ticks.last ?? 1) }

  /// Where a number lies on the axis, from 0 to 1.
  func position(of number: Int) -> Double { Double(number) / Double(top) }

  /// The least of 1, 2, 5, 10, 20, 50 … that needs at most four steps.
  private static func step(for greatest: Int) -> Int {
    var step = 1
    while step * 4 < greatest {
      let digits = String(step)
      step = digits.hasPrefix("2") ? step / 2 * 5 : step * 2
    }
    return step
  }
}
