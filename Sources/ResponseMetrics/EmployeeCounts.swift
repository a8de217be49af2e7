import MessageHistory

/// What an employee did on a page in the period, besides openers and turns.
package struct EmployeeCounts: Sendable, Equatable {
  package var messages = 0
  package var conversations = 0
  package var activeDays = DaySet()
  package var handovers = 0
  package var outsideWindow = 0
  package var ratings = 0
  package var goodRatings = 0
  /// Sum of the ratings in millionths.
  package var ratingSum: Int64 = 0

  package init() {}

  /// Counts a message, the first of its conversation or a further one.
  @inline(__always)
  mutating func noteMessage(_ windowUse: WindowUse, on date: LocalDate, isFirst: Bool) {
    messages += 1
    activeDays.insert(date)
    if windowUse == .outside { outsideWindow += 1 }
    if isFirst { conversations += 1 }
  }

  package static func += (sum: inout EmployeeCounts, other: EmployeeCounts) {
    sum.messages += other.messages
    sum.conversations += other.conversations
    sum.activeDays.formUnion(other.activeDays)
    sum.handovers += other.handovers
    sum.outsideWindow += other.outsideWindow
    sum.ratings += other.ratings
    sum.goodRatings += other.goodRatings
    sum.ratingSum += other.ratingSum
  }
}
