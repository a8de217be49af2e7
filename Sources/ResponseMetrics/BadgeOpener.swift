package import MessageHistory

/// An opener as the badge policies see it.
package struct BadgeOpener: FixedRow {
  /// What may exclude an opener from a policy's sample.
  package struct Reasons: BitwiseCopyable, OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let spam = Reasons(rawValue: 1)
    /// It is unanswered in a done conversation.
    package static let done = Reasons(rawValue: 2)
    package static let away = Reasons(rawValue: 4)
    /// It follows a message with which the page started the conversation.
    package static let pageStarted = Reasons(rawValue: 8)
  }

  package var instant: Instant
  /// The response's instant; of no meaning where none came.
  private var responseOrNone: Instant
  /// The opener's own row, by which the conversation's id can be fetched to settle ties, too.
  package var place: Place
  package var slice: UInt32
  package var reasons: Reasons
  private var isAnswered: Bool

  package init(
    instant: Instant, response: Instant?, place: Place, slice: UInt32, reasons: Reasons
  ) {
    self.instant = instant
    responseOrNone = response ?? instant
    isAnswered = response != nil
    self.place = place
    self.slice = slice
    self.reasons = reasons
  }

  /// The slice, so that those of a page are found together.
  @inline(__always)
  package var order: Int64 { Int64(slice) }

  /// Each slice has a bucket.
  @inline(__always)
  package static var scale: BucketScale { BucketScale(digits: 32) }

  /// There are as many as slices.
  package static var bucketCount: Int { 1 }

  /// How long the response took in milliseconds, where one came up to an instant.
  ///
  /// Plain numbers here and below, since operators of another module are called, not inlined.
  @inline(__always)
  func responseTime(by instant: Int64) -> Int64? {
    isAnswered && responseOrNone.milliseconds <= instant
      ? responseOrNone.milliseconds &- self.instant.milliseconds : nil
  }

  /// The same where one came at any time and took no longer than so many milliseconds.
  @inline(__always)
  func responseTime(within deadline: Int64) -> Int64? {
    let time = responseOrNone.milliseconds &- instant.milliseconds
    return isAnswered && time <= deadline ? time : nil
  }

  /// The response's instant, where one came at any time.
  package var response: Instant? { isAnswered ? responseOrNone : nil }
}
