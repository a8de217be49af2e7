/// Which earlier period a period is set beside.
package enum PeriodComparison: Hashable, Sendable {
  case previous
  case lastYear
}

extension Period {
  /// The earlier period to compare with, or nil where there is none.
  ///
  /// `previous` is the month, quarter or year before one that was written as one, else as many local
  /// dates just before. `lastYear` is the same month, quarter or year a year earlier, else the dates
  /// 364 days earlier, so that weekdays agree. There is none for `all`, none that would end at or
  /// before `oldest`, the data's oldest instant, and none without data.
  package func compared(
    _ comparison: PeriodComparison, oldest: Instant?, clock: LocalClock
  ) -> Period? {
    guard let oldest, let dates = datesBefore(comparison) else { return nil }
    let period = Period(kind: kind, from: dates.lowerBound, to: dates.upperBound, clock: clock)
    return period.end > oldest ? period : nil
  }

  private func datesBefore(_ comparison: PeriodComparison) -> Range<LocalDate>? {
    let monthCount: Int
    switch kind {
    case .all:
      return nil
    case .dates:
      switch comparison {
      case .previous: return from.adding(days: -dayCount)..<from
      case .lastYear: return from.adding(days: -364)..<to.adding(days: -364)
      }
    case .month: monthCount = 1
    case .quarter: monthCount = 3
    case .year: monthCount = 12
    }
    switch comparison {
    case .previous: return from.adding(months: -monthCount)..<from
    case .lastYear: return from.adding(months: -12)..<to.adding(months: -12)
    }
  }
}
