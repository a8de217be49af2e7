/// The leading `YYYY-MM-DDThh:mm` of an ISO 8601 timestamp, checked against the calendar.
///
/// Its sixteen bytes are read as two words: with `0000-00-` and `00T00:00` taken away every digit's
/// byte must be at most 9 and every separator's byte 0, which is one comparison a word. So a cell
/// costs a few nanoseconds where a byte at a time costs some thirty.
struct ISODateTime {
  /// Minutes since 1970-01-01T00:00 of whichever clock the rest of the text names.
  private let minutes: Int64

  /// Nil where the first sixteen bytes are no date and time of the years 1 to 9999.
  @inline(always)
  init?(leading cell: UnsafeRawBufferPointer) {
    guard cell.count >= 16 else { return nil }
    let separator = cell[10] | 0x20
    guard separator == UInt8(ascii: "t") || cell[10] == UInt8(ascii: " ") else { return nil }
    let dateBytes = UInt64(littleEndian: cell.loadUnaligned(as: UInt64.self))
    let timeBytes = UInt64(
      littleEndian: cell.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    // Bytes from the last to the first: "-00-0000" and "00:00T00" without the T.
    let date = dateBytes ^ 0x2D30_302D_3030_3030
    let time = (timeBytes & 0xFFFF_FFFF_FF00_FFFF) ^ 0x3030_3A30_3000_3030
    // 0x76 carries 10 and more into the top bit, 0x7F whatever is not 0. Top bits that were set
    // already are caught too, so that what they carry into the next byte cannot matter.
    let dateExcess = date &+ 0x7F76_767F_7676_7676
    let timeExcess = time &+ 0x7676_7F76_767F_7676
    guard (date | dateExcess | time | timeExcess) & 0x8080_8080_8080_8080 == 0 else { return nil }

    // Each byte becomes ten times its digit and the next one's: the number of two digits.
    let datePairs = date &* 10 &+ (date >> 8)
    let timePairs = time &* 10 &+ (time >> 8)
    let year = Int(datePairs & 0xFF) &* 100 &+ Int(datePairs >> 16 & 0xFF)
    let month = Int(datePairs >> 40 & 0xFF)
    let day = Int(timePairs & 0xFF)
    let hour = Int(timePairs >> 24 & 0xFF)
    let minute = Int(timePairs >> 48 & 0xFF)
    guard year >= 1, 1...12 ~= month, day >= 1, hour < 24, minute < 60,
      day <= 28 || day <= LocalDate.dayCount(ofMonth: month, year: year)
    else { return nil }
    let dayNumber = LocalDate.dayNumber(year: year, month: month, day: day)
    minutes = Int64(dayNumber &* 1_440 &+ hour &* 60 &+ minute)
  }

  /// The instant of the form that most exports have, `YYYY-MM-DDThh:mm:ssZ`; nil for all others.
  @inline(always)
  static func utcInstant(of cell: KeyCells.Cell) -> Instant? {
    guard cell.count == 20 else { return nil }
    return utcInstant(of: cell.bytes)
  }

  /// The same for bytes.
  @inline(always)
  static func utcInstant(of cell: UnsafeRawBufferPointer) -> Instant? {
    guard cell.count == 20, cell[19] == UInt8(ascii: "Z"), cell[16] == UInt8(ascii: ":"),
      let time = ISODateTime(leading: cell), let second = pair(in: cell, at: 17), second < 60
    else { return nil }
    return Instant(milliseconds: time.minutes &* 60_000 &+ Int64(second) &* 1_000)
  }

  /// Reads what follows in the same cell: seconds, fraction and offset, each of which may be absent.
  @inline(always)
  func timestamp(in cell: UnsafeRawBufferPointer, clock: LocalClock) -> ParsedTimestamp? {
    var milliseconds = minutes * 60_000
    var position = 16
    if cell.count >= 19, cell[16] == UInt8(ascii: ":") {
      guard let second = ISODateTime.pair(in: cell, at: 17), second < 60 else { return nil }
      milliseconds += Int64(second) * 1_000
      position = 19
      if cell.count > 19, cell[19] == UInt8(ascii: ".") || cell[19] == UInt8(ascii: ",") {
        position = 20
        var unit: Int64 = 100
        while position < cell.count {
          let digit = cell[position] &- UInt8(ascii: "0")
          guard digit <= 9 else { break }
          milliseconds += Int64(digit) * unit
          unit /= 10
          position += 1
        }
        guard position > 20 else { return nil }
      }
    }
    guard position < cell.count else {
      return ParsedTimestamp(clock.resolve(localMilliseconds: milliseconds))
    }
    guard let offset = ISODateTime.offsetMinutes(in: cell, from: position) else { return nil }
    return ParsedTimestamp(
      instant: Instant(milliseconds: milliseconds - offset * 60_000), reading: .absolute)
  }

  /// The minutes of `Z`, `±hh`, `±hhmm` or `±hh:mm`, which must end the cell.
  @inline(always)
  private static func offsetMinutes(
    in cell: UnsafeRawBufferPointer, from start: Int
  ) -> Int64? {
    let sign = cell[start]
    if sign | 0x20 == UInt8(ascii: "z") { return cell.count == start + 1 ? 0 : nil }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    let minutesStart: Int?
    switch cell.count - start {
    case 3: minutesStart = nil
    case 5: minutesStart = start + 3
    case 6 where cell[start + 3] == UInt8(ascii: ":"): minutesStart = start + 4
    default: return nil
    }
    guard let hours = pair(in: cell, at: start + 1), hours < 24 else { return nil }
    var minutes = 0
    if let minutesStart {
      guard let written = pair(in: cell, at: minutesStart), written < 60 else { return nil }
      minutes = written
    }
    let total = Int64(hours * 60 + minutes)
    return sign == UInt8(ascii: "-") ? -total : total
  }

  /// The number of two digits at a place that lies within the cell.
  @inline(always)
  private static func pair(in cell: UnsafeRawBufferPointer, at position: Int) -> Int? {
    let tens = cell[position] &- UInt8(ascii: "0")
    let ones = cell[position + 1] &- UInt8(ascii: "0")
    guard tens <= 9, ones <= 9 else { return nil }
    return Int(tens) &* 10 &+ Int(ones)
  }
}
