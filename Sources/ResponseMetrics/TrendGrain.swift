package import MessageHistory

/// The steps of a trend.
package enum TrendGrain: String, CaseIterable, Sendable {
  case day, week, month

  /// The first date of the step that holds `date`.
  package func start(of date: LocalDate) -> LocalDate {
    switch self {
    case .day: date
    case .week: date.startOfWeek
    case .month: date.startOfMonth
    }
  }

  /// The first date of the step after the one that begins on `start`.
  package func next(after start: LocalDate) -> LocalDate {
    switch self {
    case .day: start.adding(days: 1)
    case .week: start.startOfNextWeek
    case .month: start.startOfNextMonth
    }
  }
}
