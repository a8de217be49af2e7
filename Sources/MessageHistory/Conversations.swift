/// Some conversations, each whole, whose rows lie one after another.
///
/// A view into a partition: valid only during the call that hands it out. Conversations are handed
/// out many at a time, since a call for each of millions takes longer than what is counted of a
/// short one.
package struct Conversations {
  package let rows: SettledRows
  /// All traits of the history.
  package let traits: TraitsView

  package init(rows: SettledRows, traits: TraitsView) {
    self.rows = rows
    self.traits = traits
  }

  /// Calls `body` with each of them, in their order.
  package func forEach(_ body: (Conversation) -> Void) {
    rows.forEach { body(Conversation(records: $0, traits: traits)) }
  }
}
