package import MessageHistory
package import ResponseMetrics

/// The rows of conversations.csv and openers.csv, one by one, with their texts.
package struct ConversationRows {
  private let history: History
  private let listing: ConversationListing
  private let redaction: Redaction
  /// By employee index, as they are shown.
  private let employeeKeys: [[UInt8]]
  private let slices: [SliceText]
  private var rows: RowFetcher
  /// By listed conversation.
  private var conversationIDs: TextArena
  /// Listed conversations in the order of the files.
  private var order: [Int]
  /// By place: the conversation's rank in that order.
  private var ranks: [Place: Int] = [:]

  /// Page and channel of a slice, and where they stand among all by bytes.
  private struct SliceText {
    var page: [UInt8]
    var channel: [UInt8]
    var rank: Int
  }

  /// Fetches the conversations' ids and sorts them by page, channel and id, which is the real one
  /// under redaction too.
  ///
  /// - Throws: `MessageHistoryError` where an input is not as it was.
  package init(
    history: History, listing: ConversationListing, redaction: Redaction
  ) throws(MessageHistoryError) {
    self.history = history
    self.listing = listing
    self.redaction = redaction
    employeeKeys = history.employees.map { redaction.employee(key: $0) }
    slices = Self.slices(of: history)
    rows = RowFetcher(inputs: history.inputs)
    var ids = TextArena(count: listing.conversations.count)
    let byPlace = listing.conversations.indices.sorted {
      listing.conversations[$0].place < listing.conversations[$1].place
    }
    for index in byPlace {
      let id = try rows.withRow(at: listing.conversations[index].place) {
        $0.cell(.conversationID)
      }
      ids.set(id, at: index)
    }
    let slices = slices
    order = byPlace.sorted { left, right in
      let leftRank = slices[Int(listing.conversations[left].slice)].rank
      let rightRank = slices[Int(listing.conversations[right].slice)].rank
      return leftRank != rightRank ? leftRank < rightRank : ids.precedes(left, right)
    }
    conversationIDs = ids
    for (rank, index) in order.enumerated() { ranks[listing.conversations[index].place] = rank }
  }

  private static func slices(of history: History) -> [SliceText] {
    var slices = history.slices.map {
      SliceText(
        page: history.pages[Int($0.page)], channel: history.channels[Int($0.channel)], rank: 0)
    }
    let sorted = slices.indices.sorted { left, right in
      slices[left].page != slices[right].page
        ? slices[left].page.lexicographicallyPrecedes(slices[right].page)
        : slices[left].channel.lexicographicallyPrecedes(slices[right].channel)
    }
    for (rank, slice) in sorted.enumerated() { slices[slice].rank = rank }
    return slices
  }

  /// The rows of one of the two files as a table.
  package mutating func table(_ file: ReportFile) throws -> ReportTable {
    var sink = TableSink()
    try send(file, to: &sink)
    return ReportTable(file, rows: sink.rows)
  }

  /// Hands one of the two files to `write` in pieces.
  package mutating func write(
    _ file: ReportFile, style: ListingStyle, to write: @escaping (borrowing [UInt8]) throws -> Void
  ) throws {
    var writer = CellWriter(file: file, style: style, write: write)
    try send(file, to: &writer)
    try writer.flush()
  }

  private mutating func send(_ file: ReportFile, to sink: inout some RowSink) throws {
    switch file {
    case .conversations: try sendConversations(to: &sink)
    case .openers: try sendOpeners(to: &sink)
    case .summary, .channels, .employees, .trend, .changes, .heatmap, .badge, .benchmarks,
      .peers, .expectations, .waiting, .quality, .rejected, .rules:
      break
    }
  }

  // MARK: conversations.csv

  package var conversationCount: Int { listing.conversations.count }

  private mutating func sendConversations(to writer: inout some RowSink) throws {
    for index in order {
      let conversation = listing.conversations[index]
      let slice = slices[Int(conversation.slice)]
      writer.text(slice.page)
      writer.text(slice.channel)
      writer.text(shownID(ofConversation: index))
      writer.text(
        try rows.text(
          of: conversation.contact, page: slice.page, channel: slice.channel, under: redaction))
      writer.cell(.instant(conversation.firstAt))
      writer.cell(.instant(conversation.lastAt))
      for count in [
        conversation.inbound, conversation.outboundHuman, conversation.outboundAutomated,
        conversation.openers, conversation.answered,
      ] { writer.cell(.integer(Int(count))) }
      writer.cell(.time(conversation.firstResponse))
      writer.text(employees(of: conversation))
      writer.cell(.word(String(describing: conversation.status.word)))
      writer.cell(conversation.rating.cell)
      try writer.endRecord()
    }
  }

  /// The id of a listed conversation as it is shown.
  private func shownID(ofConversation index: Int) -> [UInt8] {
    let slice = slices[Int(listing.conversations[index].slice)]
    return redaction.conversationID(
      Array(conversationIDs[index]), page: slice.page, channel: slice.channel)
  }

  private func employees(of conversation: ListedConversation) -> [UInt8] {
    let keys = listing.employees[conversation.employees].map { Int($0) }
      .sorted { history.employees[$0].lexicographicallyPrecedes(history.employees[$1]) }
      .map { employeeKeys[$0] }
    return Array(keys.joined(separator: Array("; ".utf8)))
  }

  // MARK: openers.csv

  package var openerCount: Int { listing.openers.count }

  private mutating func sendOpeners(to writer: inout some RowSink) throws {
    let openers = listing.openers
    var messageIDs = TextArena(count: openers.count)
    for index in openers.indices.sorted(by: { openers[$0].place < openers[$1].place }) {
      let id = try rows.withRow(at: openers[index].place) { $0.cell(.messageID) }
      messageIDs.set(redaction.messageID(id), at: index)
    }
    let sorted = openers.indices.map { (index: $0, rank: ranks[openers[$0].conversation] ?? 0) }
      .sorted { left, right in
        left.rank != right.rank
          ? left.rank < right.rank
          : (openers[left.index].instant, openers[left.index].place)
            < (openers[right.index].instant, openers[right.index].place)
      }
    for (index, rank) in sorted {
      let opener = openers[index]
      let slice = slices[Int(opener.slice)]
      writer.text(slice.page)
      writer.text(slice.channel)
      writer.text(shownID(ofConversation: order[rank]))
      writer.text(messageIDs[index])
      writer.cell(.instant(opener.instant))
      writer.cell(.word(opener.outcome.state))
      writer.cell(.word(opener.outcome.reason))
      writer.cell(Cell(opener.response?.instant))
      writer.text(opener.response.map { employeeKeys[Int($0.employee)] } ?? [])
      writer.cell(.time(opener.response.map { $0.instant - opener.instant }))
      writer.cell(.time(opener.officeResponse))
      try writer.endRecord()
    }
  }
}

extension Rating {
  /// Up to three decimals, as a single rating is shown; blank where there is none.
  package var cell: Cell {
    isGiven
      ? (Fraction(millionths, over: 1_000_000).map { .decimal($0, places: 3) } ?? .blank)
      : .blank
  }
}

extension OpenerOutcome {
  /// The word of the state column.
  package var state: String {
    switch self {
    case .answered: "answered"
    case .awaiting: "awaiting"
    case .missed: "missed"
    case .excludedSpam, .excludedDone, .excludedAway: "excluded"
    }
  }

  /// The word of the reason column; empty where the opener counts.
  package var reason: String {
    switch self {
    case .answered, .awaiting, .missed: ""
    case .excludedSpam: "spam"
    case .excludedDone: "done"
    case .excludedAway: "away"
    }
  }
}
