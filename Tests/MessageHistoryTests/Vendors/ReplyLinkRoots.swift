@testable import MessageHistory

/// Reads roots off reply links.
enum ReplyLinkRoots {
  static func roots(of messages: [Int64], links: [(Int64, Int64)]) -> [Int64] {
    var replies = ReplyLinks()
    for (message, parent) in links { replies.add(message, answers: parent) }
    return messages.map { replies.root(of: $0) }
  }
}
