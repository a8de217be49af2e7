/// Writes instants as `InstantFormat` does, and remembers the text of each day.
///
/// Millions of instants are written, in no order of theirs, and nearly all are of some hundred days.
/// Besides, the clock is asked rarely: its tables are shared by all threads, and counting references
/// to them for each instant takes longer than writing.
package struct InstantMemo: ~Copyable, @unchecked Sendable {
  // Nobody keeps the pointer beyond a call, so that the memory goes to the thread its owner goes to.
  /// By the number of the day, as far as there is room: of equal places the last day.
  private let days: UnsafeMutablePointer<Day>
  private let format: InstantFormat
  /// The last offset that the clock was asked for, in milliseconds: decides on the place alone.
  private var offset: Int64 = 0

  /// A local day, or the part of one that has the same offset.
  private struct Day: BitwiseCopyable {
    /// Milliseconds since the epoch, half-open; nothing in the beginning.
    var start: Int64 = 0
    var end: Int64 = 0
    /// Local milliseconds after midnight at `start`.
    var timeAtStart: Int64 = 0
    /// The text of a whole second of that day, 25 bytes, and what is copied along.
    var text = InlineArray<32, UInt8>(repeating: 0)
  }

  /// More than the days of two years.
  private static let roomForDays = 1_024
  private static let dayLength: Int64 = 86_400_000
  /// Bytes of a text with a year of four digits and without decimals.
  private static let usualCount = 25

  /// So many bytes take the text of any instant.
  package static let mostBytes = 64

  package init(clock: LocalClock) {
    format = InstantFormat(clock: clock)
    days = .allocate(capacity: Self.roomForDays)
    days.initialize(repeating: Day(), count: Self.roomForDays)
  }

  deinit { days.deallocate() }

  /// Writes the text of an instant in ASCII, as `InstantFormat.write` does.
  ///
  /// - Parameters:
  ///   - milliseconds: of any instant, since the epoch.
  ///   - room: for `mostBytes`.
  /// - Returns: how many bytes the text has.
  package mutating func write(
    _ milliseconds: Int64, to room: UnsafeMutablePointer<UInt8>
  ) -> Int {
    let day = days + place(of: milliseconds)
    if milliseconds < day.pointee.start || milliseconds >= day.pointee.end {
      guard remember(milliseconds, at: day) else { return writeInFull(milliseconds, to: room) }
    }
    let time = UInt64(
      bitPattern: day.pointee.timeAtStart &+ milliseconds &- day.pointee.start)
    let seconds = time / 1_000
    guard seconds &* 1_000 == time else { return writeInFull(milliseconds, to: room) }
    UnsafeMutableRawPointer(room).storeBytes(
      of: day.pointee.text, as: InlineArray<32, UInt8>.self)
    // Hour, minute and second in lanes of 16 bits, each divided by ten by multiplying.
    let minutes = seconds / 60
    let hours = minutes / 60
    let lanes = hours | (minutes &- hours &* 60) &<< 16 | (seconds &- minutes &* 60) &<< 32
    let tens = (lanes &* 103) &>> 10 & 0x000F_000F_000F
    let digits = (tens | (lanes &- 10 &* tens) &<< 8) &+ 0x3030_3030_3030
    Self.put(digits, at: room + 11)
    Self.put(digits &>> 16, at: room + 14)
    Self.put(digits &>> 32, at: room + 17)
    return Self.usualCount
  }

  /// The place of an instant's day, if that has the last offset; another day's else.
  @inline(__always)
  private func place(of milliseconds: Int64) -> Int {
    // Ten million days on, so that days before 1970 are divided as those after it.
    let shifted = UInt64(
      bitPattern: milliseconds &+ offset &+ Self.dayLength &* 10_000_000)
    return Int(truncatingIfNeeded: shifted / UInt64(Self.dayLength)) & (Self.roomForDays &- 1)
  }

  /// Puts the two lowest bytes.
  @inline(__always)
  private static func put(_ digits: UInt64, at place: UnsafeMutablePointer<UInt8>) {
    UnsafeMutableRawPointer(place).storeBytes(
      of: UInt16(truncatingIfNeeded: digits).littleEndian, as: UInt16.self)
  }

  /// A fraction, and years of more than four digits, make texts of another length.
  @inline(never)
  private func writeInFull(
    _ milliseconds: Int64, to room: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var bytes: [UInt8] = []
    format.write(Instant(milliseconds: milliseconds), to: &bytes)
    let count = min(bytes.count, Self.mostBytes)
    for index in 0..<count { room[index] = bytes[index] }
    return count
  }

  /// Remembers the day of an instant at a place; false where its texts have another length.
  @inline(never)
  private mutating func remember(
    _ milliseconds: Int64, at day: UnsafeMutablePointer<Day>
  ) -> Bool {
    let instant = Instant(milliseconds: milliseconds)
    // What is shown is whole minutes of offset.
    offset = format.clock.offset(at: instant).count / 60_000 * 60_000
    let time = (milliseconds + offset).flooredRemainder(by: Self.dayLength)
    var bytes: [UInt8] = []
    format.write(Instant(milliseconds: milliseconds - time % 1_000), to: &bytes)
    guard bytes.count == Self.usualCount else { return false }
    let span = format.clock.spanOfOffset(at: instant)
    let start = max(milliseconds - time, span.lowerBound)
    day.pointee.start = start
    day.pointee.end = min(milliseconds - time + Self.dayLength, span.upperBound)
    day.pointee.timeAtStart = time - (milliseconds - start)
    for index in bytes.indices { day.pointee.text[index] = bytes[index] }
    return true
  }
}
