package import MessageHistory

/// When a page's office is open, and how much of a stretch of time that is.
///
/// Local intervals of every week, overlaps joined, minus holidays: a shift that begins on a holiday
/// is not worked at all, one that runs into a holiday ends at its midnight. Their times are resolved
/// like naive times: a time that the clock skips moves forward by the gap's length, of two possible
/// ones the earlier is taken. A shift that begins and ends in one gap keeps its length; one that
/// would so begin at its end or later has none.
package struct OfficeHours: Sendable {
  fileprivate let ledger: WorkLedger

  /// The office hours of a page.
  ///
  /// - Parameters:
  ///   - schedule: the shifts of every week; without any the office is never open.
  ///   - holidays: dates on which nobody works.
  ///   - clock: the page's own.
  ///   - range: the time of the data, as-of included. What lies within it is answered fast; answers
  ///     are exact outside it too, but slow where it is far away.
  package init(
    schedule: WeeklySchedule, holidays: Set<LocalDate>, clock: LocalClock,
    covering range: Range<Instant>
  ) {
    ledger = WorkLedger(
      OfficeCalendar(schedule: schedule, holidays: holidays, clock: clock),
      covering: range.lowerBound.milliseconds..<range.upperBound.milliseconds)
  }

  /// The real time inside office hours from one instant up to, not including, another.
  ///
  /// Zero where `end` is not later than `start`, and where no office hours lie between them.
  package func time(from start: Instant, to end: Instant) -> Milliseconds {
    guard start < end else { return .zero }
    return Milliseconds(ledger.work(from: start.milliseconds, to: end.milliseconds))
  }

  /// Whether the office is open at an instant; at the end of a shift it is not.
  package func contains(_ instant: Instant) -> Bool {
    ledger.isWorked(instant.milliseconds)
  }
}

/// Office hours that somebody else holds as long as they are asked.
///
/// A reference is counted for each question otherwise, by all workers in one place of memory, which
/// takes longer than the answer.
struct HeldOfficeHours: BitwiseCopyable, @unchecked Sendable {
  // A ledger never changes.
  private let ledger: Unmanaged<WorkLedger>

  init(_ hours: OfficeHours) {
    ledger = .passUnretained(hours.ledger)
  }

  /// The same as of the hours themselves.
  @inline(__always)
  func time(from start: Instant, to end: Instant) -> Int64 {
    guard start.milliseconds < end.milliseconds else { return 0 }
    return ledger._withUnsafeGuaranteedRef {
      $0.work(from: start.milliseconds, to: end.milliseconds)
    }
  }
}
