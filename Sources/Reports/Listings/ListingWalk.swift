package import MessageHistory
package import ResponseMetrics

/// One worker's way through conversations, with what it lists on the way.
package struct ListingWalk: ~Copyable, Sendable {
  private var analysis: ConversationAnalysis
  /// Nil where what is listed stays in the tally.
  private var collector: ListingCollector?

  package init(analysis: consuming ConversationAnalysis, collector: ListingCollector?) {
    self.analysis = analysis
    self.collector = collector
  }

  /// Adds some conversations with all of their rows.
  package mutating func add(_ conversations: Conversations) {
    analysis.add(conversations)
    guard collector != nil else { return }
    analysis.withListing { collector?.take(&$0) }
  }

  /// The tally, and the collector with all that was listed; nil where there is none.
  package consuming func finished() -> (tally: HistoryTally, collector: ListingCollector?) {
    (analysis.finished(), collector)
  }
}
