import MessageHistory

/// A row as the walk would see it, with its indexes looked up and its cells fetched again.
struct SettledRow: Hashable, CustomStringConvertible {
  var page: String
  var channel: String
  var conversation: String
  var messageID: String
  var text: String
  var milliseconds: Int64
  var employee: String
  var senderName: String
  var assignee: String
  /// Millionths; 0 for none.
  var rating: UInt32
  var messageClass: MessageClass
  var event: EventKind
  var status: ConversationStatus
  var tag: MessageTag
  var contact: ContactEvidence

  var seconds: Int64 { milliseconds / 1_000 }

  /// The row without its text, which is no key of the reading order.
  var withoutText: SettledRow {
    var row = self
    row.text = ""
    return row
  }

  var description: String {
    "\(page)/\(channel)/\(conversation) \(messageID) @\(milliseconds) \(messageClass) "
      + "\(event) \(status) \(tag) \(rating) employee=\(employee) name=\(senderName) "
      + "assignee=\(assignee) contact=\(contact.rank) text=\(text)"
  }
}
