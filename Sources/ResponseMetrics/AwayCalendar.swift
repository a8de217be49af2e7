package import MessageHistory

/// When a page was away: openers that arrive then may be left out.
package struct AwayCalendar: Sendable {
  /// Half-open intervals, sorted, apart from one another.
  private let intervals: [Range<Instant>]
  /// Where given, all time outside these hours is away too.
  private let officeHours: OfficeHours?

  /// A page that is never away.
  package static let never = AwayCalendar(intervals: [])

  /// - Parameters:
  ///   - intervals: half-open, in any order; they may overlap.
  ///   - officeHours: where given, all time outside them is away too.
  package init(intervals: [Range<Instant>], outside officeHours: OfficeHours? = nil) {
    var joined: [Range<Instant>] = []
    for interval in intervals.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, interval.lowerBound <= last.upperBound {
        joined[joined.count - 1] =
          last.lowerBound..<Swift.max(last.upperBound, interval.upperBound)
      } else {
        joined.append(interval)
      }
    }
    self.intervals = joined
    self.officeHours = officeHours
  }

  /// Whether the page is never away.
  var isNever: Bool { intervals.isEmpty && officeHours == nil }

  /// Whether the page was away at `instant`; the end of an interval is not.
  package func contains(_ instant: Instant) -> Bool {
    if let officeHours, !officeHours.contains(instant) { return true }
    var low = 0
    var high = intervals.count
    while low < high {
      let middle = (low + high) / 2
      if intervals[middle].upperBound <= instant { low = middle + 1 } else { high = middle }
    }
    return low < intervals.count && intervals[low].contains(instant)
  }
}
