import MessageHistory

/// What an employee did on a page in the period, besides openers and turns.
///
/// Without the days, which a set is kept of: counts are copied without counting references.
package struct EmployeeCounts: Sendable, Equatable {
  package var messages = 0
  package var conversations = 0
  package var handovers = 0
  package var outsideWindow = 0
  package var ratings = 0
  package var goodRatings = 0
  /// Sum of the ratings in millionths.
  package var ratingSum: Int64 = 0

  package init() {}

  package static func += (sum: inout EmployeeCounts, other: EmployeeCounts) {
    sum.messages += other.messages
    sum.conversations += other.conversations
    sum.handovers += other.handovers
    sum.outsideWindow += other.outsideWindow
    sum.ratings += other.ratings
    sum.goodRatings += other.goodRatings
    sum.ratingSum += other.ratingSum
  }
}
