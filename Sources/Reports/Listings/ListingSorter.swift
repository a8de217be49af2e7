import MessageHistory
import ResponseMetrics

/// One worker's way from rows to sorted runs.
struct ListingSorter: ~Copyable {
  /// What came of the rows so far.
  struct Sorted: Sendable {
    var conversations = ListingRuns<PlacedConversation>()
    var openers = ListingRuns<PlacedOpener>()
  }

  private(set) var sorted = Sorted()
  private var texts: RowSweep
  /// By slice, where its page and channel stand among all.
  private let ranks: [UInt32]
  private let allowance: RunAllowance
  private var spool: Spool?

  init(inputs: [PreparedInput], ranks: [UInt32], allowance: RunAllowance) {
    texts = RowSweep(of: [.conversationID, .messageID] + ContactCell.columns, in: inputs)
    self.ranks = ranks
    self.allowance = allowance
  }

  /// Adds a run of each file.
  mutating func add(_ rows: PlacedRows) throws(MessageHistoryError) {
    var conversations = RunDraft<PlacedConversation>(rows: rows.conversations.count)
    var openers = RunDraft<PlacedOpener>(rows: rows.openers.count)
    try rows.employees.withUnsafeBufferPointer { employees throws(MessageHistoryError) in
      try fetchTexts(
        of: rows.conversations.sortedByPlace(), employees, into: &conversations,
        of: rows.openers.sortedByPlace(), into: &openers)
    }
    // One is given up before the other is sorted.
    try sorted.conversations.append(conversations, allowance: allowance, spool: &spool)
    try sorted.openers.append(openers, allowance: allowance, spool: &spool)
  }

  /// Fetches the texts of rows in the order of their places: that is how it is done fastest.
  private mutating func fetchTexts(
    of placed: borrowing RunMemory<PlacedConversation>, _ employees: UnsafeBufferPointer<UInt32>,
    into conversations: inout RunDraft<PlacedConversation>,
    of placedOpeners: borrowing RunMemory<PlacedOpener>,
    into openers: inout RunDraft<PlacedOpener>
  ) throws(MessageHistoryError) {
    var conversation = placed.base
    let lastConversation = placed.base + placed.count
    var opener = placedOpeners.base
    let lastOpener = placedOpeners.base + placedOpeners.count
    while conversation < lastConversation || opener < lastOpener {
      let place =
        if opener == lastOpener {
          conversation.pointee.place
        } else if conversation == lastConversation {
          opener.pointee.place
        } else {
          min(conversation.pointee.place, opener.pointee.place)
        }
      try texts.move(to: place)
      let id = texts.cell(.conversationID)
      while conversation < lastConversation, conversation.pointee.place == place {
        let first = Int(conversation.pointee.firstEmployee)
        let contact = ContactCell(rawValue: conversation.pointee.contact)?.column
        conversations.append(
          conversation.pointee, rank: ranks[Int(conversation.pointee.slice)],
          employees: UnsafeBufferPointer(
            rebasing: employees[first..<first + Int(conversation.pointee.employeeCount)]),
          id: id,
          text: contact.map { texts.cell($0) } ?? UnsafeRawBufferPointer(start: nil, count: 0))
        conversation += 1
      }
      while opener < lastOpener, opener.pointee.place == place {
        openers.append(
          opener.pointee, rank: ranks[Int(opener.pointee.slice)],
          employees: UnsafeBufferPointer(start: nil, count: 0), id: id,
          text: texts.cell(.messageID))
        opener += 1
      }
      try sorted.conversations.appendIfFull(&conversations, allowance, &spool)
      try sorted.openers.appendIfFull(&openers, allowance, &spool)
    }
  }
}

extension Array where Element: ListedRow {
  /// Sorted by place, in memory of its own.
  ///
  /// Numbers are sorted first, and rows fetched in one go: where each is fetched only when it is
  /// written, the processor waits for memory at each of them.
  fileprivate func sortedByPlace() -> RunMemory<Element> {
    var numbered = RunMemory<Numbered>(capacity: count)
    var sorted = RunMemory<Element>(capacity: count)
    withUnsafeBufferPointer { rows in
      for index in rows.indices {
        numbered.append(
          Numbered(place: Int64(bitPattern: rows[index].place.sortKey), index: index))
      }
      numbered.all.sortByNumber { $0.place }
      for number in numbered.all { sorted.append(rows[number.index]) }
    }
    return sorted
  }
}

/// Which row stands at a place.
private struct Numbered: BitwiseCopyable {
  let place: Int64
  let index: Int
}
