/// Reads the timestamps that need no detection: numbers and ISO 8601.
///
/// A number is Unix seconds where its absolute value is under 100,000,000,000, else milliseconds;
/// it may have a sign and, after a point, a fraction.
///
/// ISO 8601 is `YYYY-MM-DDThh:mm[:ss[.fff…]][offset]`. `T` and `Z` may be in lower case, as RFC 3339
/// allows, and a space may stand for `T`; the fraction follows `.` or `,`; the offset is `Z`, `±hh`,
/// `±hhmm` or `±hh:mm` up to 23:59. Hour 24 and second 60 are refused, as is a date alone. A time
/// without an offset is read by a local clock.
///
/// Digits beyond the millisecond are cut off towards the earlier instant. Years are 1 to 9999, as
/// written for ISO 8601, in UTC for numbers. White space around the text is the caller's to remove.
package enum TimestampParser {
  /// The instant of a cell of an export; nil where it is in neither form.
  package static func parse(
    _ cell: UnsafeRawBufferPointer, clock: LocalClock
  ) -> ParsedTimestamp? {
    if let local = ISODateTime(leading: cell) {
      return local.timestamp(in: cell, clock: clock)
    }
    return UnixTime.instant(of: cell).map { ParsedTimestamp(instant: $0, reading: .absolute) }
  }

  /// The instant that an operator wrote: ISO 8601, or a date alone, which is its local midnight.
  ///
  /// Numbers are refused here, because `2026` is more likely a slip than 34 minutes after the epoch.
  package static func parseInstantOrDate(
    _ text: UnsafeRawBufferPointer, clock: LocalClock
  ) -> ParsedTimestamp? {
    if let date = LocalDate(bytes: text) {
      return ParsedTimestamp(
        clock.resolve(localMilliseconds: Int64(date.dayNumber) * 86_400_000))
    }
    return ISODateTime(leading: text)?.timestamp(in: text, clock: clock)
  }
}
