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
  private var rows = OrderedRows()
  /// By slice, where its page and channel stand among all.
  private let ranks: [UInt32]
  private let allowance: RunAllowance
  private var spool: Spool?

  init(inputs: [PreparedInput], ranks: [UInt32], allowance: RunAllowance) {
    texts = RowSweep(of: [.conversationID, .messageID] + ContactCell.columns, in: inputs)
    self.ranks = ranks
    self.allowance = allowance
  }

  /// Adds a run of each file; the rows are given up.
  mutating func add(_ parts: consuming [HeldRows]) throws(MessageHistoryError) {
    rows.take(parts)
    var conversations = RunDraft<PlacedConversation>(rows: rows.conversations.count)
    var openers = RunDraft<PlacedOpener>(rows: rows.openers.count)
    try fetchTexts(into: &conversations, and: &openers)
    // One is given up before the other is sorted.
    try sorted.conversations.append(conversations, allowance: allowance, spool: &spool)
    try sorted.openers.append(openers, allowance: allowance, spool: &spool)
  }

  /// Fetches the texts of rows in the order of their places: that is how it is done fastest.
  private mutating func fetchTexts(
    into conversations: inout RunDraft<PlacedConversation>,
    and openers: inout RunDraft<PlacedOpener>
  ) throws(MessageHistoryError) {
    var conversation = rows.conversations.base
    let lastConversation = conversation + rows.conversations.count
    var opener = rows.openers.base
    let lastOpener = opener + rows.openers.count
    while conversation < lastConversation || opener < lastOpener {
      let place =
        if opener == lastOpener {
          conversation.pointee.place
        } else if conversation == lastConversation {
          opener.pointee.place
        } else {
          conversation.pointee.place.number < opener.pointee.place.number
            ? conversation.pointee.place : opener.pointee.place
        }
      try texts.move(to: place)
      let id = texts.cell(.conversationID)
      while conversation < lastConversation, conversation.pointee.place.number == place.number {
        add(conversation.pointee, id, to: &conversations)
        conversation += 1
      }
      while opener < lastOpener, opener.pointee.place.number == place.number {
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

  @inline(__always)
  private mutating func add(
    _ conversation: PlacedConversation, _ id: UnsafeRawBufferPointer,
    to draft: inout RunDraft<PlacedConversation>
  ) {
    let contact = ContactCell(rawValue: conversation.contact)?.column
    draft.append(
      conversation, rank: ranks[Int(conversation.slice)],
      employees: UnsafeBufferPointer(
        start: rows.employees.base + Int(conversation.firstEmployee),
        count: Int(conversation.employeeCount)),
      id: id, text: contact.map { texts.cell($0) } ?? UnsafeRawBufferPointer(start: nil, count: 0))
  }
}
