import MessageHistory

/// How long the openers of an hour of the week waited: what a coverage gap costs.
///
/// An opener waits until its first response; one without, until its conversation's next opener,
/// else until as-of. Only openers that count (metrics.md, section 4) wait. Milliseconds.
package struct HourWaits: Sendable, Equatable {
  /// The sum over all openers; 0 without any.
  package private(set) var total: Int128 = 0
  /// The longest of them; 0 without any.
  package private(set) var longest: Int64 = 0

  package init() {}

  /// Adds one opener.
  mutating func add(_ wait: Int64) {
    total += Int128(wait)
    longest = max(longest, wait)
  }

  /// Adds openers by the sum and the longest of their waits, nil without any.
  mutating func add(_ sum: Int128, longest: Int64?) {
    total += sum
    self.longest = max(self.longest, longest ?? 0)
  }

  /// Adds another hour.
  package static func += (left: inout HourWaits, right: HourWaits) {
    left.total += right.total
    left.longest = max(left.longest, right.longest)
  }
}
