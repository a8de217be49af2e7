/// The columns of waiting.csv, in their order.
enum WaitingColumn: Int, CaseIterable {
  case page, channel, conversationID, contact, assignee, since, wait, officeWait
}
