import MessageHistory

extension Instant {
  /// The same as `init(milliseconds:)`, which belongs to another module and so would be called, not
  /// inlined, a few times for each of millions of rows.
  @inline(__always)
  init(at milliseconds: Int64) {
    // An instant is this number and nothing else; were it more, this would stop at once.
    self = unsafeBitCast(milliseconds, to: Instant.self)
  }
}
