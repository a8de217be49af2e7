/// The working time of some blocks of time, written out for look-ups in constant time.
///
/// Times are milliseconds since the Unix epoch.
struct WorkTable: Sendable {
  private struct Interval {
    let start: Int64
    let end: Int64
    /// The work of all intervals before this one.
    let workBefore: Int64
  }

  /// In order, apart from one another; a last one, after all time, is never reached.
  private let intervals: [Interval]
  /// For each bucket the first interval that ends after the bucket's start.
  private let firstIntervals: [UInt32]
  private let origin: Int64

  /// Buckets of 2^26 ms, about 19 hours: a day's work is found in a step or two.
  private static let bucketShift = 26
  private static let bucketsPerBlock = 64

  /// The table of some blocks and of one bucket more, so that the end of the last block is in it.
  init(_ calendar: OfficeCalendar, blocks: Range<TimeBlock>) {
    origin = blocks.lowerBound.start
    let bucketCount = blocks.count * WorkTable.bucketsPerBlock + 1
    let end = origin + Int64(bucketCount) << WorkTable.bucketShift
    var intervals: [Interval] = []
    var work: Int64 = 0
    for interval in calendar.intervals(in: origin..<end) {
      intervals.append(
        Interval(start: interval.lowerBound, end: interval.upperBound, workBefore: work))
      work += interval.upperBound - interval.lowerBound
    }
    intervals.append(Interval(start: .max, end: .max, workBefore: work))

    var firstIntervals: [UInt32] = []
    firstIntervals.reserveCapacity(bucketCount)
    var index = 0
    for bucket in 0..<bucketCount {
      let start = origin + Int64(bucket) << WorkTable.bucketShift
      while intervals[index].end <= start { index += 1 }
      firstIntervals.append(UInt32(index))
    }
    self.intervals = intervals
    self.firstIntervals = firstIntervals
  }

  /// The work from the table's start to an instant; nil where that lies outside the table.
  @inline(__always)
  func work(before instant: Int64) -> Int64? {
    guard let interval = interval(at: instant) else { return nil }
    return interval.workBefore + (max(instant, interval.start) - interval.start)
  }

  /// Whether an instant is working time; nil where it lies outside the table.
  @inline(__always)
  func contains(_ instant: Int64) -> Bool? {
    interval(at: instant).map { $0.start <= instant }
  }

  /// The first interval that ends after an instant.
  @inline(__always)
  private func interval(at instant: Int64) -> Interval? {
    // An instant before the table becomes a number beyond all buckets.
    let bucket = UInt64(bitPattern: instant &- origin) >> UInt64(WorkTable.bucketShift)
    guard bucket < UInt64(firstIntervals.count) else { return nil }
    var index = Int(firstIntervals[Int(bucket)])
    while intervals[index].end <= instant { index += 1 }
    return intervals[index]
  }
}
