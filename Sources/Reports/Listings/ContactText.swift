package import MessageHistory
package import ResponseMetrics

extension RowFetcher {
  /// What files show of a contact: its name, else its id, else nothing.
  package mutating func text(
    of contact: ConversationFacts.ContactFact
  ) throws(MessageHistoryError) -> [UInt8] {
    if let place = contact.namePlace {
      let isContactName = contact.isContactName
      return try withRow(at: place) { isContactName ? $0.cell(.contactName) : $0.sender.name }
    }
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
