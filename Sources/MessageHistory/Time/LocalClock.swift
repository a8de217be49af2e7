/// The local clock of one time zone: its name and its offset from UTC at every instant.
///
/// Offsets are exact to the second, local mean time of old days included. Instants are those of the
/// years 0 to 10000; an instant before the first transition has the zone's first offset.
package struct LocalClock: Sendable {
  /// The name that the zone is asked for and shown by, such as `Europe/Paris`.
  package let name: String
  let table: ClockTable

  /// A clock from a zone's transitions in order of time.
  ///
  /// `initialOffset` holds before the first of them, `rule` after the last; without a rule the last
  /// offset goes on for ever. Offsets are seconds, positive east of Greenwich.
  package init(
    name: String, initialOffset: Int, transitions: [ClockTransition] = [], rule: ClockRule? = nil
  ) {
    self.name = name
    table = ClockTable(initialOffset: initialOffset, transitions: transitions, rule: rule)
  }

  /// What the offset of a clock stays below, east and west, in seconds.
  ///
  /// RFC 9636 lets a zone be an hour or two farther; but ISO 8601 has no words for that, and no
  /// zone has ever been.
  static let offsetLimit = 24 * 3_600

  package static let utc = LocalClock(name: "UTC", initialOffset: 0)

  /// What is to be added to an instant's UTC reading for its local reading.
  package func offset(at instant: Instant) -> Milliseconds {
    let milliseconds = instant.milliseconds
    let index = table.spanIndex(at: milliseconds - table.cyclesBack(for: milliseconds))
    return Milliseconds(table.spans[index].offset)
  }

  /// A stretch of time around an instant, in milliseconds since the epoch, in which the offset stays
  /// what it is.
  package func spanOfOffset(at instant: Instant) -> Range<Int64> {
    let milliseconds = instant.milliseconds
    guard table.cyclesBack(for: milliseconds) == 0 else { return milliseconds..<milliseconds + 1 }
    let index = table.spanIndex(at: milliseconds)
    return table.spans[index].start..<table.spans[index + 1].start
  }

  /// The local reading as milliseconds since 1970-01-01T00:00 of the local clock.
  package func localMilliseconds(at instant: Instant) -> Int64 {
    instant.milliseconds + offset(at: instant).count
  }

  package func date(at instant: Instant) -> LocalDate {
    LocalDate(dayNumber: Int(localMilliseconds(at: instant).flooredQuotient(by: 86_400_000)))
  }
}
