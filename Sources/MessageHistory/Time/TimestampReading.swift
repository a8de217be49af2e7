/// How the timestamps of one input are read: its clock, the zones that they may name, and the order
/// of their dates.
///
/// The column decides the order. Until all of it is read, `order` is what its beginning shows; the
/// evidence that `parse` collects then proves or refutes it.
package struct TimestampReading: Sendable {
  /// The zone of naive times.
  package let clock: LocalClock
  private let zones: ZoneDirectory
  package private(set) var order: DateOrder
  /// Whether nothing is left to judge: the configuration says the order, or the whole column did.
  package private(set) var isOrderSettled: Bool

  /// - Parameters:
  ///   - clock: the zone of naive times.
  ///   - zones: the zones that timestamps may name.
  ///   - order: what the configuration says; nil where the column decides.
  init(clock: LocalClock, zones: ZoneDirectory, order: DateOrder?) {
    self.clock = clock
    self.zones = zones
    self.order = order ?? .dayMonthYear
    isOrderSettled = order != nil
  }

  /// Takes the order that the beginning of the column shows, for as long as nothing is settled.
  mutating func expect(_ order: DateOrder) {
    if !isOrderSettled { self.order = order }
  }

  /// Takes the order that the whole column has proven.
  mutating func settle(_ order: DateOrder) {
    self.order = order
    isOrderSettled = true
  }

  /// The instant of a cell; nil where it is in no known form, or no date in the order.
  ///
  /// White space around the cell is the caller's to remove.
  @inline(always)
  func parse(
    _ cell: UnsafeRawBufferPointer, at place: Place, _ evidence: inout TimestampEvidence
  ) -> ParsedTimestamp? {
    if let instant = ISODateTime.utcInstant(of: cell) {
      return ParsedTimestamp(instant: instant, reading: .absolute)
    }
    return parseFurther(cell, at: place, &evidence)
  }

  /// What is not in the commonest form.
  @inline(never)
  private func parseFurther(
    _ cell: UnsafeRawBufferPointer, at place: Place, _ evidence: inout TimestampEvidence
  ) -> ParsedTimestamp? {
    if let exact = TimestampParser.parse(cell, clock: clock) {
      // ISO 8601 has a hyphen after the year, a number at most one before all of it.
      if cell.count < 5 || cell[4] != UInt8(ascii: "-") { evidence.unixTimes += 1 }
      return exact
    }
    return parseWritten(cell, at: place, &evidence)
  }

  /// The forms that people and their programs write, beyond ISO 8601.
  private func parseWritten(
    _ cell: UnsafeRawBufferPointer, at place: Place, _ evidence: inout TimestampEvidence
  ) -> ParsedTimestamp? {
    guard let written = WrittenTimestamp(cell) else { return nil }
    guard let time = written.timeOfDay else {
      evidence.datesAlone += 1
      return nil
    }
    let date: LocalDate?
    switch written.date {
    case .plain(let plain):
      date = plain
    case .numeric(let numeric):
      evidence.note(numeric, at: place)
      date = numeric.date(in: order)
    }
    guard let date,
      let timestamp = instant(
        localMilliseconds: Int64(date.dayNumber) * 86_400_000 + Int64(time), in: written.zone,
        of: cell)
    else { return nil }
    switch written.date {
    case .plain: evidence.plainTimes += 1
    case .numeric: evidence.numericTimes += 1
    }
    return timestamp
  }

  private func instant(
    localMilliseconds: Int64, in zone: WrittenTimestamp.Zone, of cell: UnsafeRawBufferPointer
  ) -> ParsedTimestamp? {
    switch zone {
    case .unstated:
      return ParsedTimestamp(clock.resolve(localMilliseconds: localMilliseconds))
    case .offset(let minutes):
      return ParsedTimestamp(
        instant: Instant(milliseconds: localMilliseconds - Int64(minutes) * 60_000),
        reading: .absolute)
    case .named(let name):
      let name = UnsafeRawBufferPointer(rebasing: cell[name])
      return zones.clock(named: name).map {
        ParsedTimestamp($0.resolve(localMilliseconds: localMilliseconds))
      }
    }
  }
}
