/// An hour by a local clock: of which date it is, and which of the week.
///
/// It is kept in 32 bits, enough for the years 0 to 10000.
package struct LocalHour: BitwiseCopyable, Hashable, Sendable {
  /// Hours since 1970-01-01T00:00 of the local clock; negative before it.
  package let number: Int32

  @inlinable
  package init(number: Int32) {
    self.number = number
  }

  /// Weeks from before the year 0 to the Monday before 1970-01-01, which was a Thursday: division
  /// then has nothing negative.
  @usableFromInline static let weeksBefore: UInt32 = 104_358

  @inlinable
  package var date: LocalDate {
    LocalDate(dayNumber: Int(shifted / 24) - Int(Self.weeksBefore * 7 + 3))
  }

  /// From 0 (Monday 0:00) to 167 (Sunday 23:00).
  @inlinable
  package var hourOfWeek: Int { Int(shifted % 168) }

  /// Hours since the Monday that begins those weeks.
  @inlinable var shifted: UInt32 {
    UInt32(bitPattern: number) &+ (Self.weeksBefore * 168 + 3 * 24)
  }
}

extension LocalClock {
  /// The local hour that holds an instant.
  package func hour(at instant: Instant) -> LocalHour {
    LocalHour(
      number: Int32(
        truncatingIfNeeded: localMilliseconds(at: instant).flooredQuotient(by: 3_600_000)))
  }
}
