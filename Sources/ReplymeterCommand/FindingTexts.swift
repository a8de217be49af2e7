import MessageHistory
import Reports
import ResponseMetrics

/// Fetches the texts that reports show from the inputs.
struct FindingTexts {
  private let history: History
  private let redaction: Redaction
  private let workers: Int

  init(history: History, redaction: Redaction, workers: Int) {
    self.workers = workers
    self.history = history
    self.redaction = redaction
  }

  /// Employees by index: the alias's name, else the newest sender name, else the key.
  func employees(names: EmployeeNames) -> [FoundEmployee] {
    history.employees.enumerated().map { index, key in
      let text = String(decoding: key, as: UTF8.self)
      if key.isEmpty { return redaction.employee(key: key, name: "Unattributed") }
      if history.tables.employees.aliasNames.contains(key) {
        return redaction.employee(key: key, name: text)
      }
      let newest = names.names(of: UInt32(index)).map { history.names[Int($0)] }
        .max { $0.lexicographicallyPrecedes($1) }
      return redaction.employee(
        key: key, name: newest.map { String(decoding: $0, as: UTF8.self) } ?? text)
    }
  }

  /// Conversations that wait, whose texts are still to be fetched.
  struct Waiting: Sendable {
    fileprivate let conversations: [WaitingConversation]
    /// Of each its id, and what files show of the contact.
    let requests: TextRequests
  }

  /// Those that wait, in the order of the rows that tell their texts.
  ///
  /// - Parameter found: lists of them, in any order.
  /// - Returns: the list, without its texts.
  func waiting(_ found: [[WaitingConversation]]) -> Waiting {
    let waiting = inPlaceOrder(found)
    let slices = slices
    // The row that tells the contact tells the conversation's id as well.
    return Waiting(
      conversations: waiting,
      requests: TextRequests(
        count: waiting.count, at: { place(of: waiting[$0]) },
        first: { _, row, bytes in row.append(.conversationID, to: &bytes) },
        second: { [redaction] number, row, bytes in
          row.append(waiting[number].contact, under: redaction, to: &bytes) {
            slices[Int(waiting[number].slice)]
          }
        }))
  }

  /// Fetches texts by themselves.
  ///
  /// - Parameter requests: what is wanted.
  /// - Returns: the texts.
  /// - Throws: `MessageHistoryError` where an input is not as it was.
  func fetch(_ requests: TextRequests) throws(MessageHistoryError) -> RowTexts {
    try RowTexts(requests, of: history.inputs, workers: workers)
  }

  /// The waiting list: longest first, equal waits by page, channel and conversation id.
  ///
  /// - Parameters:
  ///   - waiting: who waits.
  ///   - texts: what was requested for them.
  /// - Returns: the list with its texts.
  func list(_ waiting: Waiting, _ texts: RowTexts) -> WaitingList {
    WaitingList(
      waiting.conversations, texts: texts, slices: slices,
      assignees: history.employees.map {
        String(decoding: redaction.employee(key: $0), as: UTF8.self)
      }, redaction: redaction)
  }

  /// The row that tells the contact of a conversation, or any other of its rows.
  private func place(of waiting: WaitingConversation) -> Place {
    waiting.contact.place(under: redaction) ?? waiting.conversation
  }

  /// Conversations in the order of the rows that tell their texts.
  ///
  /// Exports are mostly sorted by time, as the list is: so what is written one after the other lies
  /// one after the other.
  private func inPlaceOrder(_ lists: [[WaitingConversation]]) -> [WaitingConversation] {
    var order: [Placed] = []
    order.reserveCapacity(lists.reduce(0) { $0 + $1.count })
    for (list, waiting) in lists.enumerated() {
      for number in waiting.indices {
        order.append(
          Placed(
            place: place(of: waiting[number]).sortKey, list: UInt32(list),
            number: UInt32(number)))
      }
    }
    order.sortByNumber { Int64(bitPattern: $0.place ^ 1 << 63) }
    return order.map { lists[Int($0.list)][Int($0.number)] }
  }

  private struct Placed: BitwiseCopyable {
    let place: UInt64
    let list: UInt32
    let number: UInt32
  }

  /// Openers that hold a badge back, in their order.
  func blockers(_ blockers: [BadgeBlocker]) throws(MessageHistoryError) -> [FoundBlocker] {
    var rows = RowFetcher(inputs: history.inputs)
    var ids = [[UInt8]](repeating: [], count: blockers.count)
    let byPlace = blockers.indices.sorted {
      blockers[$0].opener.place < blockers[$1].opener.place
    }
    for index in byPlace {
      ids[index] = try rows.withRow(at: blockers[index].opener.place) { $0.cell(.conversationID) }
    }
    return zip(blockers, ids).map { blocker, id in
      let (page, channel) = slice(blocker.opener.slice)
      let shown = redaction.conversationID(id, page: page, channel: channel)
      return FoundBlocker(
        channel: String(decoding: channel, as: UTF8.self),
        conversationID: String(decoding: shown, as: UTF8.self), at: blocker.opener.instant,
        outcome: blocker.outcome)
    }
  }

  /// By slice index.
  private var slices: [(page: [UInt8], channel: [UInt8])] {
    history.slices.indices.map { slice(UInt32($0)) }
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
    let leftID = try rows.withRow(at: left.place) { $0.cell(.conversationID) }
    let rightID = try rows.withRow(at: right.place) { $0.cell(.conversationID) }
    return leftID != rightID
      ? leftID.lexicographicallyPrecedes(rightID) : left.place < right.place
  }
}
