/// Writes instants as `InstantFormat` does, and remembers the day and the offset of the last one.
///
/// Instants that are written one after the other often are of one day. Besides, the clock is asked rarely: its tables are shared by all threads,
/// and counting references to them for each of millions of instants takes longer than writing.
package struct InstantMemo: Sendable {
  private let format: InstantFormat
  /// The last instants' day, as far as one offset holds: milliseconds since the epoch.
  private var start: Int64 = 0
  private var end: Int64 = 0
  /// Local milliseconds after midnight at `start`.
  private var timeAtStart: Int64 = 0
  /// The text of a whole second of that day.
  private var text: [UInt8] = []

  package init(clock: LocalClock) {
    format = InstantFormat(clock: clock)
  }

  /// Appends the text of an instant in ASCII, as `InstantFormat.write` does.
  package mutating func write(_ instant: Instant, to bytes: inout [UInt8]) {
    let milliseconds = instant.milliseconds
    if milliseconds < start || milliseconds >= end { remember(instant) }
    let time = UInt(bitPattern: Int(timeAtStart + milliseconds - start))
    // A fraction, and years of more than four digits, make texts of another length.
    guard time % 1_000 == 0, text.count == Self.usualCount else {
      return format.write(instant, to: &bytes)
    }
    let seconds = time / 1_000
    Self.put(seconds / 3_600, at: 11, in: &text)
    Self.put(seconds / 60 % 60, at: 14, in: &text)
    Self.put(seconds % 60, at: 17, in: &text)
    bytes.append(contentsOf: text)
  }

  private static let usualCount = 25

  @inline(__always)
  private static func put(_ number: UInt, at place: Int, in text: inout [UInt8]) {
    text[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10)
    text[place + 1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10)
  }

  private mutating func remember(_ instant: Instant) {
    let milliseconds = instant.milliseconds
    // What is shown is whole minutes of offset.
    let offset = format.clock.offset(at: instant).count / 60_000 * 60_000
    let time = (milliseconds + offset).flooredRemainder(by: 86_400_000)
    let span = format.clock.spanOfOffset(at: instant)
    start = max(milliseconds - time, span.lowerBound)
    end = min(milliseconds - time + 86_400_000, span.upperBound)
    timeAtStart = time - (milliseconds - start)
    text.removeAll(keepingCapacity: true)
    format.write(Instant(milliseconds: milliseconds - time % 1_000), to: &text)
  }
}
