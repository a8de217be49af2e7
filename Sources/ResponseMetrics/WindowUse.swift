package import MessageHistory

/// How a human outbound message stands to the messaging window of its conversation.
///
/// Source: the messenger platforms allow free messages for 24 hours after the contact's last one,
/// replies by a human agent for seven days, and a few tagged updates at any time.
package enum WindowUse: UInt8, BitwiseCopyable, Sendable {
  /// At most 24 h after the newest inbound message, or before any.
  case inside
  /// Later than that, with a tag that allows it.
  case allowedOutside
  /// Later than that, without.
  case outside

  /// Judges a message by its tag and the time since the newest inbound message before it.
  ///
  /// Exactly 24 h is inside; exactly 7 days is within 7 days.
  package init(tag: MessageTag, sinceInbound: Milliseconds) {
    if sinceInbound <= .hours(24) {
      self = .inside
    } else {
      switch tag {
      case .update: self = .allowedOutside
      case .humanAgent: self = sinceInbound <= .days(7) ? .allowedOutside : .outside
      case .other: self = .outside
      }
    }
  }
}
