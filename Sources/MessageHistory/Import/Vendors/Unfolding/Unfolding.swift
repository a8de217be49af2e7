/// How canonical rows come out of a format whose rows are no messages.
enum Unfolding: Sendable {
  case tickets(TicketLayout)
  case gorgiasMessages
  case zendeskComments
  case zendeskUsers
  case twilioLog
  case ringCentralMessages
  case twitterThreads
  case metaConversation(channel: String)
  case whatsAppChat
  case crispConversations

  /// Whether naive times are UTC; else they are read in the input's zone.
  var isUTC: Bool {
    switch self {
    case .zendeskComments, .zendeskUsers, .twilioLog: true
    case .tickets, .gorgiasMessages, .ringCentralMessages, .twitterThreads, .metaConversation,
      .whatsAppChat, .crispConversations:
      false
    }
  }

  /// Words for the conversation's status, beside the general ones.
  var statuses: [String: String] {
    switch self {
    case .tickets(let layout): layout.statuses
    case .gorgiasMessages, .zendeskComments, .zendeskUsers, .twilioLog, .ringCentralMessages,
      .twitterThreads, .metaConversation, .whatsAppChat, .crispConversations:
      [:]
    }
  }
}
