/// From when to when there are records, of all and of each slice.
package struct RecordTimes: Sendable, Equatable {
  /// From the oldest to the newest instant; nil where there is no record.
  package private(set) var span: ClosedRange<Instant>?
  /// By slice: its oldest instant; nil where it has no record.
  package private(set) var oldestBySlice: [Instant?]

  /// - Parameter slices: how many there are.
  init(slices: Int) {
    oldestBySlice = Array(repeating: nil, count: slices)
  }

  /// Adds records of a slice: from their oldest instant to their newest.
  mutating func add(_ instants: ClosedRange<Instant>, slice: Int) {
    widen(to: instants)
    oldestBySlice[slice] =
      oldestBySlice[slice].map { min($0, instants.lowerBound) } ?? instants.lowerBound
  }

  private mutating func widen(to other: ClosedRange<Instant>) {
    guard let span else { return self.span = other }
    if span.lowerBound <= other.lowerBound, other.upperBound <= span.upperBound { return }
    self.span =
      min(span.lowerBound, other.lowerBound)...max(span.upperBound, other.upperBound)
  }

  static func += (sum: inout RecordTimes, other: RecordTimes) {
    if let span = other.span { sum.widen(to: span) }
    for (slice, oldest) in other.oldestBySlice.enumerated() {
      guard let oldest else { continue }
      sum.oldestBySlice[slice] = sum.oldestBySlice[slice].map { min($0, oldest) } ?? oldest
    }
  }
}
