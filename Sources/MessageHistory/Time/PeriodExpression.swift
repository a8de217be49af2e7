/// A period as it is written, before as-of and the data decide which dates it means.
package enum PeriodExpression: Hashable, Sendable {
  case all
  case yesterday
  case last7Days
  case last30Days
  case thisWeek
  case lastWeek
  case thisMonth
  case lastMonth
  case week(ISOWeek)
  /// A month from 1 to 12.
  case month(year: Int, month: Int)
  /// A quarter from 1 to 4.
  case quarter(year: Int, quarter: Int)
  case year(Int)
  /// Both ends included.
  case dates(first: LocalDate, last: LocalDate)

  /// The local dates and instants of the period.
  ///
  /// Weeks and months are those of the calendar that hold as-of's local date, or the ones before;
  /// `yesterday` and the last days are whole dates before as-of's. `thisMonth` and `lastMonth` are
  /// months written as one. `all` begins with the date of `oldest`, the data's oldest instant, and
  /// ends with as-of's. Nil where as-of or `oldest` is needed and absent, and for `all` where
  /// `oldest` lies after as-of.
  package func resolve(asOf: Instant?, oldest: Instant?, clock: LocalClock) -> Period? {
    if let (kind, dates) = absoluteDates {
      return Period(kind: kind, from: dates.lowerBound, to: dates.upperBound, clock: clock)
    }
    guard let asOf, let (kind, dates) = relativeDates(asOf: asOf, oldest: oldest, clock: clock)
    else { return nil }
    return Period(kind: kind, from: dates.lowerBound, to: dates.upperBound, clock: clock)
  }

  /// The dates that follow from the expression alone.
  private var absoluteDates: (Period.Kind, Range<LocalDate>)? {
    switch self {
    case .all, .yesterday, .last7Days, .last30Days, .thisWeek, .lastWeek, .thisMonth, .lastMonth:
      return nil
    case .week(let week):
      return (.dates, week.monday..<week.monday.startOfNextWeek)
    case .month(let year, let month):
      let start = PeriodExpression.startOfMonth(month, year: year)
      return (.month, start..<start.startOfNextMonth)
    case .quarter(let year, let quarter):
      let start = PeriodExpression.startOfMonth(3 * quarter - 2, year: year)
      return (.quarter, start..<start.startOfNextQuarter)
    case .year(let year):
      let start = PeriodExpression.startOfMonth(1, year: year)
      return (.year, start..<start.startOfNextYear)
    case .dates(let first, let last):
      return (.dates, first..<max(first, last.adding(days: 1)))
    }
  }

  private func relativeDates(
    asOf: Instant, oldest: Instant?, clock: LocalClock
  ) -> (Period.Kind, Range<LocalDate>)? {
    let today = clock.date(at: asOf)
    switch self {
    case .all:
      guard let oldest, oldest <= asOf else { return nil }
      return (.all, clock.date(at: oldest)..<today.adding(days: 1))
    case .yesterday:
      return (.dates, today.adding(days: -1)..<today)
    case .last7Days:
      return (.dates, today.adding(days: -7)..<today)
    case .last30Days:
      return (.dates, today.adding(days: -30)..<today)
    case .thisWeek:
      return (.dates, today.startOfWeek..<today.startOfNextWeek)
    case .lastWeek:
      return (.dates, today.startOfWeek.adding(days: -7)..<today.startOfWeek)
    case .thisMonth:
      return (.month, today.startOfMonth..<today.startOfNextMonth)
    case .lastMonth:
      return (.month, today.startOfMonth.adding(months: -1)..<today.startOfMonth)
    case .week, .month, .quarter, .year, .dates:
      return absoluteDates
    }
  }

  private static func startOfMonth(_ month: Int, year: Int) -> LocalDate {
    LocalDate(dayNumber: LocalDate.dayNumber(year: year, month: month, day: 1))
  }
}
