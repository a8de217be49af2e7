/// Writes instants as `InstantFormat` does, and remembers the day and the offset of the last one.
///
/// Instants that are written one after the other often are of one day. Besides, the clock is asked
/// rarely: its tables are shared by all threads, and counting references to them for each of millions
/// of instants takes longer than writing.
package struct InstantMemo: Sendable {
  private let format: InstantFormat
  /// The last instants' day, as far as one offset holds: milliseconds since the epoch.
  private var start: Int64 = 0
  private var end: Int64 = 0
  /// Local milliseconds after midnight at `start`.
  private var timeAtStart: Int64 = 0
  /// The text of a whole second of that day.
  private var text = InlineArray<25, UInt8>(repeating: 0)
  /// Whether it has that length: years of more than four digits do not.
  private var isUsual = false

  /// So many bytes take the text of any instant.
  package static let mostBytes = 64

  package init(clock: LocalClock) {
    format = InstantFormat(clock: clock)
  }

  /// Writes the text of an instant in ASCII, as `InstantFormat.write` does.
  ///
  /// - Parameters:
  ///   - instant: any.
  ///   - room: for `mostBytes`.
  /// - Returns: how many bytes the text has.
  package mutating func write(_ instant: Instant, to room: UnsafeMutablePointer<UInt8>) -> Int {
    let milliseconds = instant.milliseconds
    if milliseconds < start || milliseconds >= end { remember(instant) }
    let time = UInt(bitPattern: Int(timeAtStart + milliseconds - start))
    let (seconds, fraction) = time.quotientAndRemainder(dividingBy: 1_000)
    guard fraction == 0, isUsual else { return writeInFull(instant, to: room) }
    for index in text.indices { room[index] = text[index] }
    let (minutes, second) = seconds.quotientAndRemainder(dividingBy: 60)
    let (hour, minute) = minutes.quotientAndRemainder(dividingBy: 60)
    Self.put(hour, at: room + 11)
    Self.put(minute, at: room + 14)
    Self.put(second, at: room + 17)
    return text.count
  }

  @inline(__always)
  private static func put(_ number: UInt, at place: UnsafeMutablePointer<UInt8>) {
    place[0] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10)
    place[1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10)
  }

  /// A fraction, and years of more than four digits, make texts of another length.
  @inline(never)
  private func writeInFull(_ instant: Instant, to room: UnsafeMutablePointer<UInt8>) -> Int {
    var bytes: [UInt8] = []
    format.write(instant, to: &bytes)
    let count = min(bytes.count, Self.mostBytes)
    for index in 0..<count { room[index] = bytes[index] }
    return count
  }

  @inline(never)
  private mutating func remember(_ instant: Instant) {
    let milliseconds = instant.milliseconds
    // What is shown is whole minutes of offset.
    let offset = format.clock.offset(at: instant).count / 60_000 * 60_000
    let time = (milliseconds + offset).flooredRemainder(by: 86_400_000)
    let span = format.clock.spanOfOffset(at: instant)
    start = max(milliseconds - time, span.lowerBound)
    end = min(milliseconds - time + 86_400_000, span.upperBound)
    timeAtStart = time - (milliseconds - start)
    var bytes: [UInt8] = []
    format.write(Instant(milliseconds: milliseconds - time % 1_000), to: &bytes)
    isUsual = bytes.count == text.count
    if isUsual { for index in text.indices { text[index] = bytes[index] } }
  }
}
