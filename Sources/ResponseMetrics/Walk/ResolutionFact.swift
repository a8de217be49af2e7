package import MessageHistory

/// A `closed` event, and the opener from which the resolution runs.
package struct ResolutionFact: BitwiseCopyable, Sendable {
  package var close: Instant
  /// The first opener, eligible or not, after the conversation's last close before this one.
  package var opener: Instant?

  package init(close: Instant, opener: Instant?) {
    self.close = close
    self.opener = opener
  }
}
