import MessageHistory

/// A row read in the plainest way: all that it is compared by, as text.
struct ReferenceRow {
  let file: Int
  let page: String
  let channel: String
  let conversation: String
  let milliseconds: Int64
  let direction: String
  let messageClass: MessageClass
  let kind: String
  let messageID: String
  let senderID: String
  let senderName: String
  let contactID: String
  let contactName: String
  let assignee: String
  let status: String
  let tag: String
  let rating: String
  let text: String

  static let directions = [
    "in": "inbound", "inbound": "inbound", "out": "outbound", "outbound": "outbound",
  ]
  static let events = ["closed": EventKind.closed, "unassigned": .unassigned, "tagged": .other]
  static let knownKinds = ["", "human", "bot", "note"] + events.keys
  static let statuses = ["open": "open", "closed": "done", "spam": "spam"]
  static let ratings = ["4": "4000000", "4.0": "4000000", "1.5": "1500000"]

  static let dates: [String: Int64] = [
    "1970-01-01T00:00:01Z": 1_000, "1970-01-01 00:00:02Z": 2_000, "1969-12-31T23:59:57Z": -3_000,
    "1970-01-01T00:00:01.5Z": 1_500,
  ]

  /// Seconds with at most three decimals, or a date.
  static func milliseconds(_ text: String) -> Int64? {
    if let milliseconds = dates[text] { return milliseconds }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let seconds = Int64(parts[0]), parts.count <= 2 else { return nil }
    guard parts.count == 2 else { return seconds * 1_000 }
    let fraction = parts[1] + String(repeating: "0", count: max(0, 3 - parts[1].count))
    return Int64(fraction).map { seconds * 1_000 + $0 }
  }

  /// Reads a row; `cell` tells what a column says, trimmed but for the text.
  init(
    file: Int, milliseconds: Int64, hasEmployees: Bool, automation: [String],
    cell: (Column) -> String
  ) {
    self.file = file
    self.milliseconds = milliseconds
    page = cell(.page).isEmpty ? "default" : cell(.page)
    channel = cell(.channel).isEmpty ? "default" : cell(.channel).lowercased()
    conversation = cell(.conversationID)
    direction = Self.directions[cell(.direction).lowercased()] ?? ""
    kind = cell(.kind).isEmpty ? "human" : cell(.kind).lowercased()
    messageID = cell(.messageID)
    let isEmployees = hasEmployees && direction == "outbound"
    senderID = cell(isEmployees ? .employeeID : .senderID)
    senderName = cell(isEmployees ? .employeeName : .senderName)
    contactID = cell(.contactID)
    contactName = cell(.contactName)
    assignee = cell(.assignee)
    status = Self.statuses[cell(.status).lowercased()] ?? ""
    tag = cell(.tag).lowercased()
    rating = Self.ratings[cell(.rating)] ?? ""
    text = cell(.text)
    messageClass =
      if kind == "note" {
        .note
      } else if Self.events[kind] != nil || direction.isEmpty {
        .event
      } else if direction == "inbound" {
        .inbound
      } else if kind == "bot" || automation.contains(senderID) || automation.contains(senderName) {
        .automatedOutbound
      } else {
        .humanOutbound
      }
  }

  var conversationKey: [String] { [page, channel, conversation] }

  /// What decides after instant and class; then nothing that a figure uses differs.
  var orderKey: [String] {
    [
      messageID, senderID.isEmpty ? senderName : senderID, direction, kind, senderID, senderName,
      contactID, contactName, assignee, status, tag, rating,
    ]
  }

  /// What rows without a message id are compared by.
  var wholeKey: [String] {
    conversationKey + ["\(milliseconds)", "\(messageClass)"] + orderKey + [text]
  }

  func precedes(_ other: ReferenceRow) -> Bool {
    if conversationKey != other.conversationKey {
      return Self.precedes(conversationKey, other.conversationKey)
    }
    if milliseconds != other.milliseconds { return milliseconds < other.milliseconds }
    if messageClass != other.messageClass {
      return messageClass.rawValue < other.messageClass.rawValue
    }
    return Self.precedes(orderKey, other.orderKey)
  }

  private static func precedes(_ left: [String], _ right: [String]) -> Bool {
    left.lexicographicallyPrecedes(right) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The row as the engine shows it.
  var settled: SettledRow {
    let isHumanOutbound = messageClass == .humanOutbound
    let isInbound = messageClass == .inbound
    let rank: ContactEvidence.Rank =
      if !contactID.isEmpty {
        .contactID
      } else if isInbound, !senderID.isEmpty {
        .senderID
      } else if !contactName.isEmpty {
        .contactName
      } else {
        isInbound && !senderName.isEmpty ? .senderName : .none
      }
    let words: [String: ConversationStatus] = ["open": .open, "done": .done, "spam": .spam]
    return SettledRow(
      page: page, channel: channel, conversation: conversation, messageID: messageID, text: text,
      milliseconds: milliseconds,
      employee: isHumanOutbound ? senderID.isEmpty ? senderName : senderID : "",
      senderName: isHumanOutbound ? senderName : "", assignee: assignee,
      rating: UInt32(rating) ?? 0, messageClass: messageClass, event: Self.events[kind] ?? .other,
      status: words[status] ?? .none, tag: tag == "human_agent" ? .humanAgent : .other,
      contact: ContactEvidence(
        rank: rank, hasContactName: !contactName.isEmpty,
        hasSenderName: isInbound && !senderName.isEmpty))
  }
}
