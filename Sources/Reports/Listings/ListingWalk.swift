package import MessageHistory
package import ResponseMetrics

/// One worker's way through conversations, with what it lists on the way.
package struct ListingWalk: ~Copyable, Sendable {
  private var analysis: ConversationAnalysis
  /// Nil where what is listed stays in the tally.
  private var collector: ListingCollector?

  package init(
    analysis: consuming ConversationAnalysis, collector: consuming ListingCollector?
  ) {
    self.analysis = analysis
    self.collector = collector
  }

  /// Adds some conversations with all of their rows.
  package mutating func add(_ conversations: Conversations) {
    analysis.add(conversations)
    guard collector != nil else { return }
    analysis.withListing { collector?.take(&$0) }
  }

  /// The tally, and all that was listed; nil where nobody collected it.
  package consuming func finished() -> (tally: HistoryTally, listed: CollectedRows?) {
    (analysis.finished(), collector?.finished())
  }
}
