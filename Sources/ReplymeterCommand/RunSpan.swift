import MessageHistory

/// The times of a run: as-of, period and compared period, from the plan and the data.
struct RunSpan {
  /// Nil where there is neither a row nor a set instant.
  let asOf: Instant?
  let period: Period?
  let comparedPeriod: Period?
  /// From the data's oldest instant to as-of.
  let covering: Range<Instant>

  init(plan: ReportPlan, history: History) {
    let asOf = plan.asOf ?? history.span?.upperBound
    let oldest = history.span.map(\.lowerBound).flatMap { oldest in
      asOf.flatMap { oldest <= $0 ? oldest : nil }
    }
    self.asOf = asOf
    let period = plan.period.resolve(asOf: asOf, oldest: oldest, clock: plan.clock)
    self.period = period
    comparedPeriod = plan.comparison.flatMap {
      period?.compared($0, oldest: oldest, clock: plan.clock)
    }
    let end = asOf ?? Instant(milliseconds: 0)
    covering = min(oldest ?? end, end)..<end + .days(1)
  }
}
