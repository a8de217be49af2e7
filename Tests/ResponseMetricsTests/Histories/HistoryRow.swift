import MessageHistory

/// Employees of the tests, by their index.
enum Person: UInt32, CaseIterable {
  /// The blank key; as an assignee, an empty cell.
  case nobody = 0
  case anna = 1
  case ben = 2
  case cleo = 3
}

/// A contact's key as a row gives it.
struct ContactKey {
  var rank: ContactEvidence.Rank
  var key: UInt64

  static func id(_ key: UInt64) -> ContactKey { ContactKey(rank: .contactID, key: key) }
  static func senderID(_ key: UInt64) -> ContactKey { ContactKey(rank: .senderID, key: key) }
  static func name(_ key: UInt64) -> ContactKey { ContactKey(rank: .contactName, key: key) }
  static func senderName(_ key: UInt64) -> ContactKey { ContactKey(rank: .senderName, key: key) }
}

/// One row of a conversation, as readable in a test as a line of a file.
struct HistoryRow {
  var instant: Instant
  var messageClass: MessageClass
  var event = EventKind.other
  var employee = Person.nobody
  var senderName: UInt32 = 0
  var assignee = Person.nobody
  var status = ConversationStatus.none
  var tag = MessageTag.other
  /// In millionths, 0 for none.
  var rating: UInt32 = 0
  var contact: ContactKey?

  init(_ moment: Moment, _ messageClass: MessageClass) {
    instant = moment.instant
    self.messageClass = messageClass
  }

  // MARK: Kinds of rows

  static func inbound(
    _ moment: Moment, status: ConversationStatus = .none, from contact: ContactKey? = nil
  ) -> HistoryRow {
    var row = HistoryRow(moment, .inbound)
    row.status = status
    row.contact = contact
    return row
  }

  static func reply(
    _ moment: Moment, by employee: Person = .anna, status: ConversationStatus = .none,
    tag: MessageTag = .other
  ) -> HistoryRow {
    var row = HistoryRow(moment, .humanOutbound)
    row.employee = employee
    row.status = status
    row.tag = tag
    return row
  }

  static func automatic(_ moment: Moment) -> HistoryRow { HistoryRow(moment, .automatedOutbound) }

  static func note(_ moment: Moment, status: ConversationStatus = .none) -> HistoryRow {
    var row = HistoryRow(moment, .note)
    row.status = status
    return row
  }

  static func event(
    _ moment: Moment, _ event: EventKind = .other, status: ConversationStatus = .none
  ) -> HistoryRow {
    var row = HistoryRow(moment, .event)
    row.event = event
    row.status = status
    return row
  }

  static func closed(_ moment: Moment) -> HistoryRow { event(moment, .closed) }
  static func reopened(_ moment: Moment) -> HistoryRow { event(moment, .reopened) }
  static func unassigned(_ moment: Moment) -> HistoryRow { event(moment, .unassigned) }

  static func assigned(_ moment: Moment, to assignee: Person) -> HistoryRow {
    event(moment).assigned(to: assignee)
  }

  // MARK: Further cells

  func assigned(to assignee: Person) -> HistoryRow {
    var row = self
    row.assignee = assignee
    return row
  }

  /// The row with a rating in millionths: 4_500_000 is 4.5.
  func rated(_ rating: UInt32) -> HistoryRow {
    var row = self
    row.rating = rating
    return row
  }

  func named(_ senderName: UInt32) -> HistoryRow {
    var row = self
    row.senderName = senderName
    return row
  }

  func traits(slice: Int) -> MessageTraits {
    MessageTraits(
      slice: UInt32(slice), employee: employee.rawValue, senderName: senderName,
      assignee: assignee.rawValue, rating: Rating(millionths: rating), messageClass: messageClass,
      event: event, status: status, tag: tag,
      contact: ContactEvidence(
        rank: contact?.rank ?? .none, hasContactName: contact?.rank == .contactName,
        hasSenderName: contact?.rank == .senderName))
  }
}
