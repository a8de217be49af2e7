/// The canonical columns of a history.
package enum Column: String, CaseIterable, Sendable {
  case conversationID = "conversation_id"
  case timestamp
  case direction
  case messageID = "message_id"
  case page
  case channel
  case kind
  case senderID = "sender_id"
  case senderName = "sender_name"
  case employeeID = "employee_id"
  case employeeName = "employee_name"
  case contactID = "contact_id"
  case contactName = "contact_name"
  case assignee
  case status
  case tag
  case rating
  case text

  /// Without these no row can be read; direction is needed for messages.
  package static let needed: [Column] = [.conversationID, .timestamp, .direction]
}
