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

  /// Adds another hour.
  package static func += (left: inout HourWaits, right: HourWaits) {
    left.total += right.total
    left.longest = max(left.longest, right.longest)
  }
}

extension MetricsSummary {
  /// The waiting of the 168 hours of the week, from Monday 0:00 by the report's clock: by page
  /// index, and last for all chosen pages.
  package func hourWaits() -> [[HourWaits]] {
    let hours = 168
    var waits = Array(
      repeating: Array(repeating: HourWaits(), count: hours), count: pages.count + 1)
    for opener in tally.openers where opener.outcome.isEligible {
      let page = rules.slices[Int(opener.slice)].page
      let hour = rules.clock.weekdayAndHour(at: opener.instant).hourOfWeek
      waits[page][hour].add(opener.wait)
      if rules.isPageChosen[page] { waits[pages.count][hour].add(opener.wait) }
    }
    return waits
  }
}
