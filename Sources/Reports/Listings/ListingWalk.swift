package import MessageHistory
package import ResponseMetrics

/// One worker's way through conversations, with what it lists on the way.
package struct ListingWalk: Sendable {
  package private(set) var analysis: ConversationAnalysis
  /// Nil where what is listed stays in the tally.
  private var collector: ListingCollector?
  /// Conversations since the collector took what was listed.
  private var pending = 0

  /// So many conversations are still in the cache when the collector takes them.
  private static let batch = 512

  package init(analysis: ConversationAnalysis, collector: ListingCollector?) {
    self.analysis = analysis
    self.collector = collector
  }

  /// Adds one conversation with all of its rows.
  package mutating func add(_ conversation: Conversation) {
    analysis.add(conversation)
    guard collector != nil else { return }
    pending += 1
    if pending == Self.batch { collect() }
  }

  private mutating func collect() {
    pending = 0
    analysis.withListing { collector?.take(&$0) }
  }

  /// The tally, and the collector with all that was listed; nil where there is none.
  package consuming func finished() -> (tally: HistoryTally, collector: ListingCollector?) {
    collect()
    return (analysis.tally, collector)
  }
}
