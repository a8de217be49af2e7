package import MessageHistory

extension HistoryTally {
  /// Counts each slice's contacts whose first inbound message ever lies in the period.
  ///
  /// Contacts are told apart within page and channel; a conversation that says nothing of its
  /// contact stands for one of its own. Call it once, when all tallies are merged.
  package mutating func countNewContacts(in period: Range<Instant>?) {
    guard let period else { return }
    contacts.sort { left, right in
      (left.slice, left.rank.sort.rawValue, left.key, left.firstInbound)
        < (right.slice, right.rank.sort.rawValue, right.key, right.firstInbound)
    }
    var previous: ContactRow?
    for contact in contacts {
      defer { previous = contact }
      if let previous, previous.slice == contact.slice, previous.rank.sort == contact.rank.sort,
        previous.key == contact.key, contact.rank != .none
      {
        continue
      }
      if period.contains(contact.firstInbound) { slices[Int(contact.slice)].newContacts += 1 }
    }
  }
}
