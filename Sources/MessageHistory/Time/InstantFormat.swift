/// Writes instants as ISO 8601 by a local clock: `2026-11-16T09:41:00+01:00`.
///
/// The offset is `+hh:mm`, for UTC `+00:00` and never `Z`. The second has exactly three decimals
/// where the instant is not on a whole second, and none where it is. Where the clock's offset has
/// seconds (local mean time of old days) it is shown without them, cut towards zero, and the time is
/// the one that goes with the shown offset, so that text and instant are always the same.
package struct InstantFormat: Sendable {
  package let clock: LocalClock

  package init(clock: LocalClock) {
    self.clock = clock
  }

  package func string(_ instant: Instant) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(29)
    write(instant, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the text in ASCII; 25 bytes, or 29 with decimals, for years from 0 to 9999.
  package func write(_ instant: Instant, to bytes: inout [UInt8]) {
    let offsetMinutes = clock.offset(at: instant).count / 60_000
    let local = instant.milliseconds + offsetMinutes * 60_000
    LocalDate(dayNumber: Int(local.flooredQuotient(by: 86_400_000))).write(to: &bytes)
    bytes.append(UInt8(ascii: "T"))
    appendTime(UInt(local.flooredRemainder(by: 86_400_000)), to: &bytes)
    bytes.append(UInt8(ascii: offsetMinutes < 0 ? "-" : "+"))
    DecimalDigits.appendPair(UInt(offsetMinutes.magnitude / 60), to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    DecimalDigits.appendPair(UInt(offsetMinutes.magnitude % 60), to: &bytes)
  }

  /// Appends `hh:mm:ss` or `hh:mm:ss.fff` for milliseconds after midnight.
  private func appendTime(_ milliseconds: UInt, to bytes: inout [UInt8]) {
    DecimalDigits.appendPair(milliseconds / 3_600_000, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    DecimalDigits.appendPair(milliseconds / 60_000 % 60, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    DecimalDigits.appendPair(milliseconds / 1_000 % 60, to: &bytes)
    let fraction = milliseconds % 1_000
    if fraction != 0 {
      bytes.append(UInt8(ascii: "."))
      DecimalDigits.append(fraction, width: 3, to: &bytes)
    }
  }
}
