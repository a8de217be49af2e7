package import MessageHistory

/// The steps of a grain that overlap a period and begin in it at or before as-of.
package struct Trend: Sendable {
  package let grain: TrendGrain
  /// First dates, ascending; the first may lie before the period.
  package let starts: [LocalDate]
  private let clock: LocalClock
  /// The step of each date, from the first step's first date on.
  private let stepOfDate: [Int32]
  /// The day number of the first step's first date; 0 without steps.
  private let firstDay: Int

  /// - Parameters:
  ///   - grain: the steps.
  ///   - period: the period of the report.
  ///   - asOf: steps whose part in the period begins later are left out.
  ///   - clock: the report's zone.
  package init(grain: TrendGrain, period: Period, asOf: Instant, clock: LocalClock) {
    self.grain = grain
    self.clock = clock
    var starts: [LocalDate] = []
    var start = grain.start(of: period.from)
    while start < period.to, clock.midnight(of: max(start, period.from)) <= asOf {
      starts.append(start)
      start = grain.next(after: start)
    }
    self.starts = starts
    firstDay = starts.first?.dayNumber ?? 0
    stepOfDate = starts.enumerated().flatMap { step, start in
      repeatElement(Int32(step), count: grain.next(after: start) - start)
    }
  }

  /// The index of the step that holds an instant of the period; nil where there is none.
  ///
  /// Where a clock goes back over midnight an instant after midnight still shows the date before;
  /// at the period's edge it counts to the first step, so that steps add up.
  package func index(of instant: Instant) -> Int? {
    starts.isEmpty ? nil : index(ofDay: clock.date(at: instant).dayNumber)
  }

  /// The index of the step that holds the local date of an instant of the period, where there are
  /// steps.
  func index(ofDay dayNumber: Int) -> Int {
    Int(stepOfDate[min(max(dayNumber - firstDay, 0), stepOfDate.count - 1)])
  }

  /// The day numbers of all steps; none without steps.
  var days: Range<Int> { firstDay..<firstDay + stepOfDate.count }

  /// Whether a step is over at as-of.
  package func isFinished(_ index: Int, asOf: Instant) -> Bool {
    clock.midnight(of: grain.next(after: starts[index])) <= asOf
  }
}
