import MessageHistory

/// A half-open interval of instants that is asked millions of times.
struct InstantSpan: BitwiseCopyable, Sendable {
  private let start: Int64
  private let length: UInt64

  /// The span of a range; of nil one without any instant.
  init(_ range: Range<Instant>?) {
    start = range?.lowerBound.milliseconds ?? 0
    length = range.map { UInt64(($0.upperBound - $0.lowerBound).count) } ?? 0
  }

  @inline(__always)
  func contains(_ instant: Instant) -> Bool { contains(instant.milliseconds) }

  @inline(__always)
  func contains(_ milliseconds: Int64) -> Bool {
    // What lies before the start becomes a number beyond all lengths.
    UInt64(bitPattern: milliseconds &- start) < length
  }
}
