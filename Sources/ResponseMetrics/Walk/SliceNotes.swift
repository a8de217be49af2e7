import MessageHistory

/// What the walk counts of a slice, besides its rows.
struct SliceNotes: BitwiseCopyable, Sendable {
  /// Conversations with a message in the period.
  var conversations = 0
  /// Conversations of contacts of whom nothing is known, that began in the period.
  var newContacts = 0
  var reopenings = 0
  var outsideWindow = 0
  var allowedOutsideWindow = 0
  var openers = 0
  var answeredOpeners = 0
  var neverReplied = 0

  /// The volumes of the period.
  func counts(with rows: RowCounts) -> SliceCounts {
    var counts = SliceCounts()
    counts.conversations = conversations
    counts.newContacts = newContacts
    counts.inbound = rows.inPeriod(.inbound)
    counts.outboundHuman = rows.inPeriod(.outboundHuman) + rows.inPeriod(.unattributed)
    counts.outboundAutomated = rows.inPeriod(.outboundAutomated)
    counts.notes = rows.inPeriod(.note)
    counts.reopenings = reopenings
    counts.outsideWindow = outsideWindow
    counts.allowedOutsideWindow = allowedOutsideWindow
    return counts
  }
}
