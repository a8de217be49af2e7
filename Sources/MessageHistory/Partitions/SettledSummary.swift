/// What is known of settled records without going over them once more.
package struct SettledSummary: Sendable, Equatable {
  package private(set) var duplicates = DuplicateCounts()
  /// From the oldest to the newest instant; nil where there is no record.
  package private(set) var span: ClosedRange<Instant>?
  /// By slice: its oldest instant; nil where it has no record.
  package private(set) var oldestBySlice: [Instant?]

  init(slices: Int) {
    oldestBySlice = Array(repeating: nil, count: slices)
  }

  /// Adds a conversation: its first instant and its last.
  mutating func add(_ conversation: ClosedRange<Instant>, slice: Int) {
    widen(to: conversation)
    oldestBySlice[slice] =
      oldestBySlice[slice].map { min($0, conversation.lowerBound) } ?? conversation.lowerBound
  }

  mutating func add(_ duplicates: DuplicateCounts) {
    self.duplicates += duplicates
  }

  private mutating func widen(to other: ClosedRange<Instant>) {
    guard let span else { return self.span = other }
    if span.lowerBound <= other.lowerBound, other.upperBound <= span.upperBound { return }
    self.span =
      min(span.lowerBound, other.lowerBound)...max(span.upperBound, other.upperBound)
  }

  static func += (sum: inout SettledSummary, other: SettledSummary) {
    sum.duplicates += other.duplicates
    if let span = other.span { sum.widen(to: span) }
    for (slice, oldest) in other.oldestBySlice.enumerated() {
      guard let oldest else { continue }
      sum.oldestBySlice[slice] = sum.oldestBySlice[slice].map { min($0, oldest) } ?? oldest
    }
  }
}
