import MessageHistory

/// The local clock as the walk asks it: it remembers the spans of one offset that it has met.
///
/// Conversations come in no order, so that one span alone would be asked for anew again and again; of
/// eight neighbouring stretches of fifty days each has a place of its own.
struct OffsetMemo: ~Copyable, Sendable {
  struct Span: BitwiseCopyable, Sendable {
    var start = Int64.max
    var end = Int64.min
    var offset: Int64 = 0
  }

  private let clock: LocalClock
  private let spans = OwnedMemory<Span>(repeating: Span(), count: 8)

  /// Days from a Monday before the year 0 to 1970-01-01, so that division has nothing negative.
  private static let earlyDays: Int64 = 104_358 * 7 + 3

  init(clock: LocalClock) {
    self.clock = clock
  }

  /// The local date of an instant in milliseconds, in days since 1970-01-01.
  @inline(__always)
  mutating func day(at instant: Int64) -> Int {
    Int(truncatingIfNeeded: early(instant) / 86_400_000) &- Int(Self.earlyDays)
  }

  /// The hours that have begun since 1970-01-01T00:00 of the local clock.
  @inline(__always)
  mutating func hour(at instant: Int64) -> Int32 {
    Int32(truncatingIfNeeded: early(instant) / 3_600_000) &- Int32(Self.earlyDays * 24)
  }

  /// Local milliseconds since the early Monday.
  @inline(__always)
  private mutating func early(_ instant: Int64) -> UInt64 {
    // Instants are those of the years 0 to 10000: no sum overflows.
    UInt64(bitPattern: instant &+ offset(at: instant) &+ Self.earlyDays &* 86_400_000)
  }

  @inline(__always)
  private mutating func offset(at instant: Int64) -> Int64 {
    let place = Int(truncatingIfNeeded: instant >> 32) & 7
    let span = spans.base[place]
    return instant >= span.start && instant < span.end
      ? span.offset : foundOffset(at: instant, place)
  }

  @inline(never)
  private mutating func foundOffset(at instant: Int64, _ place: Int) -> Int64 {
    let instant = Instant(milliseconds: instant)
    let range = clock.spanOfOffset(at: instant)
    let offset = clock.offset(at: instant).count
    spans.base[place] = Span(start: range.lowerBound, end: range.upperBound, offset: offset)
    return offset
  }
}
