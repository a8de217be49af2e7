/// Whom a row names, and what it shows of its contact: all of its traits but what its words say.
struct RowPeople: Hashable, Sendable {
  /// Index into the employees of who sent it, 0 where that is nobody, or where nobody asks.
  var employee: UInt32 = 0
  /// Index into the employees' names, as above.
  var senderName: UInt32 = 0
  /// Index into the employees of the assignee cell, 0 for an empty one.
  var assignee: UInt32 = 0
  /// Whether the configuration knows the sender as a machine.
  var isMachine = false
  var contact = ContactEvidence(rank: .none, hasContactName: false)
}

extension MessageTraits {
  /// These traits, which are of words alone, with people.
  func naming(_ people: RowPeople) -> MessageTraits {
    var traits = self
    traits.employee = people.employee
    traits.senderName = people.senderName
    traits.assignee = people.assignee
    if people.isMachine { traits.messageClass = .automatedOutbound }
    traits.contact = people.contact
    return traits
  }

  /// The traits of a row.
  ///
  /// - Parameters:
  ///   - words: what its words say.
  ///   - people: whom it names; of a sender only where the words ask for one.
  init(_ words: RowWords, _ people: RowPeople) {
    self = MessageTraits(
      slice: words.slice, rating: words.rating, messageClass: words.messageClass,
      event: words.event, status: words.status, tag: words.tag
    ).naming(people)
  }
}
