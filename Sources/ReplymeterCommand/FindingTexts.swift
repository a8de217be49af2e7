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

  /// The waiting list: longest first, equal waits by page, channel and conversation id.
  func waiting(
    _ waiting: [WaitingConversation], ids: [[UInt8]]
  ) throws(MessageHistoryError) -> [FoundWaiting] {
    // The row that tells the contact tells the conversation's id as well.
    let texts = try RowTexts(
      count: waiting.count, of: history.inputs, workers: workers,
      at: { waiting[$0].contact.place(under: redaction) ?? waiting[$0].conversation }
    ) { number, row in
      let slice = slice(waiting[number].slice)
      return (
        row.cell(.conversationID),
        row.text(
          of: waiting[number].contact, page: slice.page, channel: slice.channel, under: redaction)
      )
    }
    // One string for all rows of a slice or an employee: there may be a million rows.
    let slices = history.slices.indices.map { index in
      let (page, channel) = slice(UInt32(index))
      return (
        page: String(decoding: page, as: UTF8.self),
        channel: String(decoding: channel, as: UTF8.self)
      )
    }
    let assignees = history.employees.map {
      String(decoding: redaction.employee(key: $0), as: UTF8.self)
    }
    return order(of: waiting, texts).map { index in
      let row = waiting[index]
      let (page, channel) = slice(row.slice)
      return FoundWaiting(
        page: slices[Int(row.slice)].page, channel: slices[Int(row.slice)].channel,
        conversationID: String(
          decoding: redaction.conversationID(
            Array(texts.first(index)), page: page, channel: channel),
          as: UTF8.self),
        contact: String(decoding: texts.second(index), as: UTF8.self),
        assignee: assignees[Int(row.assignee)], since: row.since, wait: row.wait,
        officeWait: row.officeWait)
    }
  }

  /// Indexes of waiting conversations in the list's order, whose first texts are their ids.
  private func order(of waiting: [WaitingConversation], _ texts: RowTexts) -> [Int] {
    let ranks = sliceRanks
    // Waits decide nearly always, and lie close together.
    return waiting.enumerated().map { (wait: $0.element.wait, index: $0.offset) }
      .sorted { left, right in
        if left.wait != right.wait { return left.wait > right.wait }
        let (first, second) = (waiting[left.index], waiting[right.index])
        if first.slice != second.slice { return ranks[Int(first.slice)] < ranks[Int(second.slice)] }
        let (firstID, secondID) = (texts.first(left.index), texts.first(right.index))
        return firstID != secondID
          ? firstID.lexicographicallyPrecedes(secondID) : first.conversation < second.conversation
      }
      .map(\.index)
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

  /// By slice index: its place by page and channel.
  private var sliceRanks: [Int] {
    let sorted = history.slices.indices.sorted { left, right in
      let (first, second) = (slice(UInt32(left)), slice(UInt32(right)))
      return first.page != second.page
        ? first.page.lexicographicallyPrecedes(second.page)
        : first.channel.lexicographicallyPrecedes(second.channel)
    }
    var ranks = Array(repeating: 0, count: sorted.count)
    for (rank, index) in sorted.enumerated() { ranks[index] = rank }
    return ranks
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
