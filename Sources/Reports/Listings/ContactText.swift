package import MessageHistory
package import ResponseMetrics

/// The cell of a row that tells what files show of a contact.
enum ContactCell: UInt8, Sendable {
  case none, contactID, senderID, contactName, senderName

  /// Those that hold it: what a sender is called tells of the contact in inbound rows alone, which
  /// have it in the sender's own columns.
  static let columns: [Column] = [.contactID, .senderID, .contactName, .senderName]

  /// Nil for none.
  var column: Column? {
    switch self {
    case .none: nil
    case .contactID: .contactID
    case .senderID: .senderID
    case .contactName: .contactName
    case .senderName: .senderName
    }
  }
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

extension RowSweep {
  /// Appends what files show of a contact, whose row this is: its name, else its id, else nothing;
  /// under redaction the pseudonym of its key.
  ///
  /// - Parameters:
  ///   - contact: whose text it is.
  ///   - redaction: what hides it.
  ///   - bytes: what it is appended to.
  ///   - slice: page and channel of the conversation, asked for a pseudonym alone.
  package mutating func append(
    _ contact: ConversationOutline.ContactFact, under redaction: Redaction,
    to bytes: inout [UInt8], slice: () -> (page: [UInt8], channel: [UInt8])
  ) {
    guard let column = contact.shown(under: redaction)?.cell.column else { return }
    if redaction.hidesContacts {
      let (page, channel) = slice()
      bytes += redaction.contact(key: Array(cell(column)), page: page, channel: channel)
    } else {
      append(column, to: &bytes)
    }
  }
}
