package import MessageHistory

/// Counts over all rows kept: no rejects, no duplicates, up to as-of, of all pages.
package struct KeptRows: Sendable, Equatable {
  package var messages = 0
  package var notes = 0
  package var events = 0
  package var afterAsOf = 0
  package var outboundHuman = 0
  /// Human outbound messages with a non-blank employee key.
  package var outboundHumanWithEmployee = 0
  package var oldest: Instant?
  package var newest: Instant?
  /// Whether any row has an assignee: without one, assigned is not defined.
  package var hasAssignee = false
  /// Whether there is a `closed` event: without one, resolution is not defined.
  package var hasClosedEvent = false
  /// Whether any conversation is on a channel with a messaging window.
  package var hasWindowChannel = false

  package init() {}

  package mutating func merge(_ other: KeptRows) {
    messages += other.messages
    notes += other.notes
    events += other.events
    afterAsOf += other.afterAsOf
    outboundHuman += other.outboundHuman
    outboundHumanWithEmployee += other.outboundHumanWithEmployee
    oldest = [oldest, other.oldest].compactMap(\.self).min()
    newest = [newest, other.newest].compactMap(\.self).max()
    hasAssignee = hasAssignee || other.hasAssignee
    hasClosedEvent = hasClosedEvent || other.hasClosedEvent
    hasWindowChannel = hasWindowChannel || other.hasWindowChannel
  }
}
