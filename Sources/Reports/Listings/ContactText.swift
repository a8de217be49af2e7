package import MessageHistory
package import ResponseMetrics

/// The cell of a row that tells what files show of a contact.
enum ContactCell: UInt8, Sendable {
  case none, contactID, senderID, contactName, senderName
}

extension ConversationOutline.ContactFact {
  /// The row and the cell that have what files show of the contact; nil where nothing is shown.
  ///
  /// That is its name, else its id; under redaction the key that its pseudonym is made of.
  func shown(under redaction: Redaction) -> (place: Place, cell: ContactCell)? {
    if !redaction.hidesContacts, let namePlace {
      return (namePlace, isContactName ? .contactName : .senderName)
    }
    guard let keyPlace else { return nil }
    switch rank {
    case .none: return nil
    case .contactID: return (keyPlace, .contactID)
    case .senderID: return (keyPlace, .senderID)
    case .contactName: return (keyPlace, .contactName)
    case .senderName: return (keyPlace, .senderName)
    }
  }

  /// The row that has what files show of the contact; nil where nothing is shown.
  package func place(under redaction: Redaction) -> Place? { shown(under: redaction)?.place }
}

extension FetchedRow {
  /// What a cell says of the contact.
  func text(of cell: ContactCell) -> [UInt8] {
    switch cell {
    case .none: []
    case .contactID: self.cell(.contactID)
    case .senderID: sender.id
    case .contactName: self.cell(.contactName)
    case .senderName: sender.name
    }
  }
}

extension FetchedRow {
  /// What files show of a contact, whose row this is: its name, else its id, else nothing; under
  /// redaction the pseudonym of its key.
  package func text(
    of contact: ConversationOutline.ContactFact, page: [UInt8], channel: [UInt8],
    under redaction: Redaction
  ) -> [UInt8] {
    guard let shown = contact.shown(under: redaction) else { return [] }
    let text = text(of: shown.cell)
    return redaction.hidesContacts
      ? redaction.contact(key: text, page: page, channel: channel) : text
  }
}
