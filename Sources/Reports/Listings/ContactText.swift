package import MessageHistory
package import ResponseMetrics

extension RowFetcher {
  /// What files show of a contact: its name, else its id, else nothing; under redaction the
  /// pseudonym of its key.
  package mutating func text(
    of contact: ConversationFacts.ContactFact, page: [UInt8], channel: [UInt8],
    under redaction: Redaction
  ) throws(MessageHistoryError) -> [UInt8] {
    if redaction.hidesContacts {
      return redaction.contact(key: try key(of: contact), page: page, channel: channel)
    }
    if let place = contact.namePlace {
      let isContactName = contact.isContactName
      return try withRow(at: place) { isContactName ? $0.cell(.contactName) : $0.sender.name }
    }
    return try key(of: contact)
  }

  /// What tells a contact from others: its id, else its name, else nothing.
  private mutating func key(
    of contact: ConversationFacts.ContactFact
  ) throws(MessageHistoryError) -> [UInt8] {
    guard let place = contact.keyPlace else { return [] }
    let rank = contact.rank
    return try withRow(at: place) { row in
      switch rank {
      case .contactID: row.cell(.contactID)
      case .senderID: row.sender.id
      case .contactName: row.cell(.contactName)
      case .senderName: row.sender.name
      case .none: []
      }
    }
  }
}
