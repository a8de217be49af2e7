/// Some conversations, each whole, whose rows lie one after another.
///
/// A view into a partition: valid only during the call that hands it out. Conversations are handed
/// out many at a time, since a call for each of millions takes longer than what is counted of a
/// short one.
package struct Conversations {
  package let records: UnsafeBufferPointer<MessageRecord>
  /// All traits of the history.
  package let traits: TraitsView

  package init(records: UnsafeBufferPointer<MessageRecord>, traits: TraitsView) {
    self.records = records
    self.traits = traits
  }

  /// Calls `body` with each of them, in their order.
  package func forEach(_ body: (Conversation) -> Void) {
    var start = 0
    while start < records.count {
      let end = endOfConversation(from: start)
      body(
        Conversation(records: UnsafeBufferPointer(rebasing: records[start..<end]), traits: traits))
      start = end
    }
  }

  /// The index behind the last row of the conversation that begins at an index.
  private func endOfConversation(from start: Int) -> Int {
    var end = start + 1
    while end < records.count, records[end].isOfSameConversation(as: records[start]) { end += 1 }
    return end
  }
}
