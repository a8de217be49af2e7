import MessageHistory

extension ConversationAnalysis {
  /// A contact that first wrote after the period is neither new nor old in it; one of whom nothing
  /// is known stands for a contact of its own.
  @inline(__always)
  mutating func addContact(_ facts: FoundFacts, _ notes: UnsafeMutablePointer<SliceNotes>) {
    guard let firstInbound = facts.outline.firstInbound, let period = rules.period,
      firstInbound.milliseconds < period.upperBound.milliseconds
    else { return }
    let isOld = firstInbound.milliseconds < period.lowerBound.milliseconds
    switch facts.outline.contact.rank {
    case .none:
      if !isOld { notes.pointee.newContacts += 1 }
    case .senderName, .contactName: addContact(facts, isID: false, isOld: isOld)
    case .senderID, .contactID: addContact(facts, isID: true, isOld: isOld)
    }
  }

  @inline(__always)
  private mutating func addContact(_ facts: FoundFacts, isID: Bool, isOld: Bool) {
    contacts.reserve(1, pouringInto: &tally.contacts)
    contacts.append(
      ContactRow(
        key: facts.outline.contact.key, isID: isID, slice: facts.outline.slice, isOld: isOld))
  }
}
