import MessageHistory

/// A history that was read through files, and its rows in an order that means something.
struct SettledHistory {
  let history: History
  /// By page, channel and conversation, within one in reading order.
  let rows: [SettledRow]
  /// The same rows' places and contact keys.
  let places: [Place]
  let contactKeys: [UInt64]

  init(_ history: History) throws {
    self.history = history
    let conversations = try history.walk(workers: 1, from: [[Message]]()) { all, conversation in
      all.append((0..<conversation.count).map { conversation[$0] })
    }.joined()
    var fetcher = RowFetcher(inputs: history.inputs)
    let settled = try conversations.map { conversation in
      try conversation.map { try Self.row($0, history, &fetcher) }
    }
    let order = zip(settled, conversations).sorted { left, right in
      guard let left = left.0.first, let right = right.0.first else { return false }
      return [left.page, left.channel, left.conversation].lexicographicallyPrecedes(
        [right.page, right.channel, right.conversation]
      ) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    rows = order.flatMap(\.0)
    places = order.flatMap { $0.1.map(\.place) }
    contactKeys = order.flatMap { $0.1.map(\.contact) }
  }

  var totals: InputCounts { history.totals }
  var messageIDs: [String] { rows.map(\.messageID) }
  var texts: [String] { rows.map(\.text) }
  var classes: [MessageClass] { rows.map(\.messageClass) }
  var employees: [String] { rows.map(\.employee) }

  private static func row(
    _ message: Message, _ history: History, _ fetcher: inout RowFetcher
  ) throws -> SettledRow {
    let traits = message.traits
    let slice = history.slices[Int(traits.slice)]
    let cells = try fetcher.withRow(at: message.place) { row in
      [Column.conversationID, .messageID, .text].map {
        String(decoding: row.cell($0), as: UTF8.self)
      }
    }
    return SettledRow(
      page: text(history.pages, slice.page), channel: text(history.channels, slice.channel),
      conversation: cells[0], messageID: cells[1], text: cells[2],
      milliseconds: message.instant.milliseconds,
      employee: text(history.employees, traits.employee),
      senderName: text(history.names, traits.senderName),
      assignee: text(history.employees, traits.assignee), rating: traits.rating.millionths,
      messageClass: traits.messageClass, event: traits.event, status: traits.status,
      tag: traits.tag, contact: traits.contact)
  }

  private static func text(_ texts: [[UInt8]], _ index: UInt32) -> String {
    String(decoding: texts[Int(index)], as: UTF8.self)
  }
}
