import MessageHistory
import ResponseMetrics

/// One worker's way from rows to sorted runs.
struct ListingSorter: ~Copyable {
  /// What came of the rows so far.
  struct Sorted: Sendable {
    var conversations = ListingRuns<PlacedConversation>()
    var openers = ListingRuns<PlacedOpener>()
    var texts = FetchedTexts()
  }

  private var sorted = Sorted()
  // Each takes in the rows of several parts, so that there are few runs to be merged.
  private var conversations: RunDraft<PlacedConversation>
  private var openers: RunDraft<PlacedOpener>
  private var texts: RowSweep
  private var rows = RowVisits()
  /// What is wanted beside the rows of listings.
  private let requests: TextRequests
  /// By slice, where its page and channel stand among all.
  private let ranks: [UInt32]
  private let allowance: RunAllowance
  /// Bytes from which on a draft is sorted.
  private let draftLimit: Int
  private var spool: Spool?

  /// - Parameters:
  ///   - inputs: have the texts.
  ///   - relief: decides which of their bytes leave the system's cache behind the sweep.
  ///   - ranks: by slice, where its page and channel stand among all.
  ///   - pool: memory for rows with their texts.
  ///   - allowance: how much of it may be kept.
  ///   - draftLimit: bytes from which on a draft is sorted.
  ///   - requests: what is wanted beside the rows of listings.
  init(
    inputs: PreparedInputs, relief: SweepRelief, ranks: [UInt32], pool: PiecePool,
    allowance: RunAllowance, draftLimit: Int, requests: TextRequests
  ) {
    conversations = RunDraft(in: pool, ranks: ranks.count, limit: draftLimit)
    openers = RunDraft(in: pool, ranks: ranks.count, limit: draftLimit)
    let columns = [Column.conversationID, .messageID] + ContactCell.columns
    texts = RowSweep(
      of: columns + requests.columns.filter { !columns.contains($0) }, in: inputs, relief: relief)
    self.requests = requests
    self.ranks = ranks
    self.allowance = allowance
    self.draftLimit = draftLimit
  }

  /// Adds rows of both files, which are given up, and texts that are wanted and lie among them.
  mutating func add(
    _ parts: consuming [HeldRows], and requests: ArraySlice<TextRequests.Request>
  ) throws(MessageHistoryError) {
    rows.take(parts, and: requests)
    try fetchTexts()
    rows.removeAll()
    if conversations.byteCount >= draftLimit { try sortConversations() }
    if openers.byteCount >= draftLimit { try sortOpeners() }
  }

  /// Fetches texts that are not on the way.
  mutating func fetch(
    _ requests: ArraySlice<TextRequests.Request>, of inputs: PreparedInputs
  ) throws(MessageHistoryError) {
    try sorted.texts.fetch(requests, as: self.requests, of: inputs)
  }

  /// All that was added.
  consuming func finished() throws(MessageHistoryError) -> Sorted {
    // One is given up before the other is sorted.
    try sortConversations()
    try sortOpeners()
    return sorted
  }

  private mutating func sortConversations() throws(MessageHistoryError) {
    try sorted.conversations.append(&conversations, allowance: allowance, spool: &spool)
  }

  private mutating func sortOpeners() throws(MessageHistoryError) {
    try sorted.openers.append(&openers, allowance: allowance, spool: &spool)
  }

  /// Fetches the texts of rows in the order of their places: that is how it is done fastest.
  private mutating func fetchTexts() throws(MessageHistoryError) {
    var last: Int64?
    var id = UnsafeRawBufferPointer(start: nil, count: 0)
    for number in 0..<rows.count {
      let visit = rows.visit(number)
      if visit.place != last {
        try texts.move(to: Place(sortKey: UInt64(bitPattern: visit.place)))
        id = texts.cell(.conversationID)
        last = visit.place
        if conversations.isFull { try sortConversations() }
        if openers.isFull { try sortOpeners() }
      }
      switch visit.purpose {
      case .conversation(let row):
        let contact = ContactCell(rawValue: row.pointee.contact)?.column
        conversations.append(
          row.pointee, rank: ranks[Int(row.pointee.slice)],
          employees: PlacedConversation.employees(of: row), id: id,
          text: contact.map { texts.cell($0) } ?? UnsafeRawBufferPointer(start: nil, count: 0))
      case .opener(let row):
        openers.append(
          row.pointee, rank: ranks[Int(row.pointee.slice)],
          employees: UnsafeBufferPointer(start: nil, count: 0), id: id,
          text: texts.cell(.messageID))
      case .texts(let number):
        sorted.texts.append(number, of: &texts, as: requests)
      }
    }
  }
}
