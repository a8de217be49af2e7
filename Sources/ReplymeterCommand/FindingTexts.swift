import MessageHistory
import Reports
import ResponseMetrics

/// Fetches the texts that reports show from the inputs.
struct FindingTexts {
  private let history: History

  init(history: History) {
    self.history = history
  }

  /// Employees by index: the alias's name, else the newest sender name, else the key.
  func employees(names: EmployeeNames) -> [FoundEmployee] {
    history.employees.enumerated().map { index, key in
      let text = String(decoding: key, as: UTF8.self)
      if key.isEmpty { return FoundEmployee(key: text, name: "Unattributed") }
      if history.tables.employees.aliasNames.contains(key) {
        return FoundEmployee(key: text, name: text)
      }
      let newest = names.byEmployee[UInt32(index)]?.names.map { history.names[Int($0)] }
        .max { $0.lexicographicallyPrecedes($1) }
      return FoundEmployee(key: text, name: newest.map { String(decoding: $0, as: UTF8.self) } ?? text)
    }
  }

  /// The waiting list: longest first, equal waits by page, channel and conversation id.
  func waiting(
    _ waiting: [WaitingConversation], ids: [[UInt8]]
  ) throws(MessageHistoryError) -> [FoundWaiting] {
    var rows = RowFetcher(inputs: history.inputs)
    var found: [(id: [UInt8], row: WaitingConversation, contact: [UInt8])] = []
    for row in waiting.sorted(by: { $0.conversation < $1.conversation }) {
      let id = try rows.withRow(at: row.conversation) { $0.cell(.conversationID) }
      found.append((id, row, try rows.text(of: row.contact)))
    }
    found.sort { left, right in
      if left.row.wait != right.row.wait { return left.row.wait > right.row.wait }
      let (leftSlice, rightSlice) = (slice(left.row.slice), slice(right.row.slice))
      if leftSlice.page != rightSlice.page {
        return leftSlice.page.lexicographicallyPrecedes(rightSlice.page)
      }
      if leftSlice.channel != rightSlice.channel {
        return leftSlice.channel.lexicographicallyPrecedes(rightSlice.channel)
      }
      return left.id.lexicographicallyPrecedes(right.id)
    }
    return found.map { id, row, contact in
      FoundWaiting(
        page: String(decoding: slice(row.slice).page, as: UTF8.self),
        channel: String(decoding: slice(row.slice).channel, as: UTF8.self),
        conversationID: String(decoding: id, as: UTF8.self),
        contact: String(decoding: contact, as: UTF8.self),
        assignee: String(decoding: history.employees[Int(row.assignee)], as: UTF8.self),
        since: row.since, wait: row.wait, officeWait: row.officeWait)
    }
  }

  /// Page and channel of a slice.
  func slice(_ index: UInt32) -> (page: [UInt8], channel: [UInt8]) {
    let slice = history.slices[Int(index)]
    return (history.pages[Int(slice.page)], history.channels[Int(slice.channel)])
  }

  /// The order of two openers of one instant: by channel, then conversation id.
  func precedes(
    _ left: BadgeOpener, _ right: BadgeOpener
  ) throws(MessageHistoryError) -> Bool {
    let (leftChannel, rightChannel) = (slice(left.slice).channel, slice(right.slice).channel)
    if leftChannel != rightChannel { return leftChannel.lexicographicallyPrecedes(rightChannel) }
    var rows = RowFetcher(inputs: history.inputs)
    let leftID = try rows.withRow(at: left.conversation) { $0.cell(.conversationID) }
    let rightID = try rows.withRow(at: right.conversation) { $0.cell(.conversationID) }
    return leftID != rightID
      ? leftID.lexicographicallyPrecedes(rightID) : left.place < right.place
  }
}
