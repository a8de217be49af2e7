import MessageHistory

/// An axis of time on which seconds and days can both be read: named stops at equal distances,
/// and straight lines between them.
///
/// Response times reach from seconds to days; a straight axis would press all but the slowest to
/// the floor, and on a logarithmic one nobody finds a quarter of an hour.
struct DurationScale: Sendable {
  /// The stops in ascending order, from 0.
  static let stops: [Milliseconds] = [
    .zero, .minutes(1), .minutes(5), .minutes(15), .hours(1), .hours(4), .hours(24), .days(7),
  ]

  /// The stops that are shown: the first ones, at least two.
  let shown: [Milliseconds]

  /// A scale that reaches to the first stop not below `greatest`, else to the last one.
  init(upTo greatest: Double) {
    let last = Self.stops.firstIndex { Double($0.count) >= greatest } ?? Self.stops.count - 1
    shown = Array(Self.stops[0...max(1, last)])
  }

  /// A scale with all stops, so that several pictures can be compared.
  static let whole = DurationScale(upTo: .infinity)

  /// Where a time lies on the axis, from 0 to 1.
  ///
  /// - Parameter milliseconds: not negative.
  /// - Returns: 1 for what lies beyond the last stop.
  func position(of milliseconds: Double) -> Double {
    let steps = Double(shown.count - 1)
    for (index, upper) in shown.enumerated().dropFirst() where milliseconds <= Double(upper.count) {
      let lower = Double(shown[index - 1].count)
      let part = (milliseconds - lower) / (Double(upper.count) - lower)
      return (Double(index - 1) + max(0, part)) / steps
    }
    return 1
  }
}
