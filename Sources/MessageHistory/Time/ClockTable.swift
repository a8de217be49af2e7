/// A zone's offsets as spans of time, with an index that finds most of them in one step.
///
/// The zone's rule is written out over more than 400 years. Later times need no arithmetic of their
/// own: the Gregorian calendar, weekdays included, repeats every 400 years, so they are looked up
/// whole cycles earlier.
struct ClockTable: Sendable {
  /// A stretch of time with one offset; both in milliseconds.
  struct Span: Sendable {
    /// The first instant of the span; it ends where the next one starts.
    let start: Int64
    let offset: Int64
  }

  /// 400 years of 146,097 days in all, which are whole weeks.
  static let cycle: Int64 = 146_097 * 86_400_000

  /// The index covers 1970 to 2109 in buckets of 2^32 ms, about fifty days.
  private static let bucketCount = 1_024

  /// Ascending; the first starts before all time, and a last one, after all time, is never reached.
  let spans: [Span]
  /// For each bucket the span that holds its first instant.
  private let firstSpans: [UInt32]
  /// From here on the table is read whole cycles earlier; never within the index.
  private let cycleLimit: Int64
  /// The greatest distance from UTC, east or west, in milliseconds.
  let reach: Int64

  /// A table of spans that ascend and begin with one that starts before all time.
  ///
  /// `cycleLimit` is nil where the last span goes on for ever.
  init(spans: [Span], cycleLimit: Int64?) {
    self.spans = spans + [Span(start: .max, offset: spans.last?.offset ?? 0)]
    self.cycleLimit = cycleLimit ?? .max
    reach = spans.reduce(0) { max($0, Int64($1.offset.magnitude)) }
    var firstSpans: [UInt32] = []
    firstSpans.reserveCapacity(ClockTable.bucketCount)
    var index = 0
    for bucket in 0..<ClockTable.bucketCount {
      let start = Int64(bucket) << 32
      while index + 1 < spans.count, spans[index + 1].start <= start { index += 1 }
      firstSpans.append(UInt32(index))
    }
    self.firstSpans = firstSpans
  }

  /// The index of the span that holds an instant before `cycleLimit`.
  @inline(__always)
  func spanIndex(at milliseconds: Int64) -> Int {
    let bucket = UInt64(bitPattern: milliseconds) >> 32
    guard bucket < UInt64(ClockTable.bucketCount) else { return searchedIndex(at: milliseconds) }
    var index = Int(firstSpans[Int(bucket)])
    while spans[index + 1].start <= milliseconds { index += 1 }
    return index
  }

  /// How far back, in whole cycles, the table is to be read for a time.
  @inline(__always)
  func cyclesBack(for milliseconds: Int64) -> Int64 {
    guard milliseconds >= cycleLimit else { return 0 }
    return ((milliseconds - cycleLimit) / ClockTable.cycle + 1) * ClockTable.cycle
  }

  @inline(never)
  private func searchedIndex(at milliseconds: Int64) -> Int {
    var low = 0
    var high = spans.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if spans[middle].start <= milliseconds { low = middle } else { high = middle }
    }
    return low
  }
}
