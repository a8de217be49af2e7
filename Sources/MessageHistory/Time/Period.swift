/// The stretch of local dates that a report is about, half-open: `from` belongs to it, `to` does not.
package struct Period: Hashable, Sendable {
  /// How the period was written, which decides what it is compared with.
  package enum Kind: Hashable, Sendable {
    /// Everything that the data holds up to as-of.
    case all
    /// Days or weeks.
    case dates
    case month
    case quarter
    case year
  }

  package let kind: Kind
  package let from: LocalDate
  package let to: LocalDate
  /// The local midnight that begins `from`.
  package let start: Instant
  /// The local midnight that begins `to`; the period's instants lie before it.
  package let end: Instant

  package init(kind: Kind, from: LocalDate, to: LocalDate, clock: LocalClock) {
    self.kind = kind
    self.from = from
    self.to = to
    start = clock.midnight(of: from)
    end = clock.midnight(of: to)
  }

  /// The last date that belongs to the period.
  package var lastDate: LocalDate { to.adding(days: -1) }

  package var dayCount: Int { to - from }

  package func contains(_ instant: Instant) -> Bool {
    start <= instant && instant < end
  }
}
