package import MessageHistory
package import ResponseMetrics

/// The rows of conversations.csv and openers.csv, a stretch at a time, with their texts.
///
/// Texts are fetched for a stretch of rows together, in the order in which they lie in the inputs,
/// and forgotten when the stretch is written. So the inputs are read from front to back once for
/// each stretch, and memory for texts does not grow with the history, but for the conversations'
/// ids, by which the files are sorted.
///
/// What a stretch is made of is in `ConversationStretch` and `OpenerStretch`.
package struct ConversationRows: Sendable {
  let listing: ConversationListing
  let redaction: Redaction
  /// By employee index, as they are shown.
  let employeeKeys: [[UInt8]]
  /// By employee index: where its real key stands among all by bytes.
  let employeeRanks: [UInt32]
  let slices: [SliceText]
  /// By listed conversation, the real ones.
  private let conversationIDs: RowTexts
  private let inputs: [PreparedInput]
  private let workers: Int
  private let order: ConversationOrder

  /// How many rows have their texts fetched together: few enough for some 50 MB, enough for the
  /// next text to be near in the inputs.
  private static let stretch = 1 << 20
  /// How many rows a worker writes into memory before they go to the file.
  private static let piece = 1 << 14

  /// Page and channel of a slice.
  struct SliceText: Sendable {
    let page: [UInt8]
    let channel: [UInt8]
    let hidesConversations: Bool
  }

  /// Fetches the conversations' ids and sorts them by page, channel and id, which is the real one
  /// under redaction too.
  ///
  /// - Parameters:
  ///   - history: the rows.
  ///   - listing: what is listed of them.
  ///   - redaction: what stands for people's names and ids.
  ///   - workers: how many threads fetch and write, at least 1.
  /// - Throws: `MessageHistoryError` where an input is not as it was.
  package init(
    history: History, listing: ConversationListing, redaction: Redaction, workers: Int
  ) throws(MessageHistoryError) {
    inputs = history.inputs
    self.listing = listing
    self.redaction = redaction
    self.workers = workers
    employeeKeys = history.employees.map { redaction.employee(key: $0) }
    employeeRanks = Self.ranks(of: history.employees.indices) {
      history.employees[$0].lexicographicallyPrecedes(history.employees[$1])
    }
    let slices = history.slices.map { slice in
      let channel = history.channels[Int(slice.channel)]
      return SliceText(
        page: history.pages[Int(slice.page)], channel: channel,
        hidesConversations: redaction.hidesConversations(ofChannel: channel))
    }
    self.slices = slices
    let sliceRanks = Self.ranks(of: slices.indices) { left, right in
      slices[left].page != slices[right].page
        ? slices[left].page.lexicographicallyPrecedes(slices[right].page)
        : slices[left].channel.lexicographicallyPrecedes(slices[right].channel)
    }
    let conversations = listing.conversations
    conversationIDs = try RowTexts(
      count: conversations.count, of: history.inputs, workers: workers,
      at: { conversations[$0].place }
    ) { number, rows throws(MessageHistoryError) in
      try rows.withRow(at: conversations[number].place) { $0.cell(.conversationID) }
    }
    order = ConversationOrder(listing, ids: conversationIDs, sliceRanks: sliceRanks)
  }

  /// By index, where each stands in the order.
  private static func ranks(
    of indices: Range<Int>, by precedes: (Int, Int) -> Bool
  ) -> [UInt32] {
    var ranks = [UInt32](repeating: 0, count: indices.count)
    for (rank, index) in indices.sorted(by: precedes).enumerated() { ranks[index] = UInt32(rank) }
    return ranks
  }

  package var conversationCount: Int { listing.conversations.count }
  package var openerCount: Int { listing.openers.count }

  /// The rows of one of the two files as a table.
  package func table(_ file: ReportFile) throws -> ReportTable {
    var table = TableSink()
    switch file {
    case .conversations:
      try forEachStretch(of: conversationCount) {
        let stretch = try conversations($0)
        for row in 0..<stretch.count { try stretch.write(row, to: &table) }
      }
    case .openers:
      let openers = order.openers(of: listing)
      try forEachStretch(of: openers.count) {
        let stretch = try self.openers(openers[$0])
        for row in 0..<stretch.count { try stretch.write(row, to: &table) }
      }
    case .summary, .channels, .employees, .trend, .changes, .heatmap, .badge, .benchmarks,
      .peers, .expectations, .waiting, .quality, .rejected, .rules:
      break
    }
    return ReportTable(file, rows: table.rows)
  }

  /// Hands one of the two files to `write` in pieces.
  package func write(
    _ file: ReportFile, style: ListingStyle, to write: (borrowing [UInt8]) throws -> Void
  ) throws {
    try write(CellWriter(headerOf: file, style: style).bytes)
    switch file {
    case .conversations:
      try forEachStretch(of: conversationCount) {
        try writePieces(of: try conversations($0), style, to: write)
      }
    case .openers:
      let openers = order.openers(of: listing)
      try forEachStretch(of: openers.count) {
        try writePieces(of: try self.openers(openers[$0]), style, to: write)
      }
    case .summary, .channels, .employees, .trend, .changes, .heatmap, .badge, .benchmarks,
      .peers, .expectations, .waiting, .quality, .rejected, .rules:
      break
    }
  }

  private func forEachStretch(of count: Int, _ body: (Range<Int>) throws -> Void) rethrows {
    for start in stride(from: 0, to: count, by: Self.stretch) {
      try body(start..<min(start + Self.stretch, count))
    }
  }

  /// Writes a stretch, each worker a piece at a time.
  private func writePieces(
    of stretch: some RowStretch, _ style: ListingStyle,
    to write: (borrowing [UInt8]) throws -> Void
  ) throws {
    let shares = stretch.count < Self.piece ? 1 : workers
    for start in stride(from: 0, to: stretch.count, by: shares * Self.piece) {
      let count = min(shares * Self.piece, stretch.count - start)
      let pieces = try withWorkers(shares) { (share) throws -> [UInt8] in
        var writer = CellWriter(style: style)
        for row in count * share / shares..<count * (share + 1) / shares {
          try stretch.write(start + row, to: &writer)
        }
        return writer.bytes
      }
      for piece in pieces { try write(piece) }
    }
  }

  // MARK: Texts of a stretch

  private func conversations(_ range: Range<Int>) throws -> ConversationStretch {
    let indices = order.conversations[range]
    let contacts = try RowTexts(
      count: range.count, of: inputs, workers: workers,
      at: {
        let contact = listing.conversations[Int(indices[range.lowerBound + $0])].contact
        return contact.place(under: redaction)
      }
    ) { number, rows throws(MessageHistoryError) in
      let conversation = listing.conversations[Int(indices[range.lowerBound + number])]
      let slice = slices[Int(conversation.slice)]
      return try rows.text(
        of: conversation.contact, page: slice.page, channel: slice.channel, under: redaction)
    }
    return ConversationStretch(rows: self, indices: indices, contacts: contacts)
  }

  private func openers(_ openers: ArraySlice<RankedOpener>) throws -> OpenerStretch {
    let listed = listing.openers
    let start = openers.startIndex
    let messageIDs = try RowTexts(
      count: openers.count, of: inputs, workers: workers,
      at: { listed[Int(openers[start + $0].index)].place }
    ) { number, rows throws(MessageHistoryError) in
      let place = listed[Int(openers[start + number].index)].place
      return redaction.messageID(try rows.withRow(at: place) { $0.cell(.messageID) })
    }
    return OpenerStretch(rows: self, openers: openers, messageIDs: messageIDs)
  }

  /// Hands the id of a listed conversation, as it is shown, to a sink.
  func writeID(ofConversation index: Int, of slice: SliceText, to sink: inout some RowSink) {
    let id = conversationIDs[index]
    guard slice.hidesConversations else { return sink.text(id) }
    sink.text(redaction.conversationID(Array(id), page: slice.page, channel: slice.channel))
  }

  /// The index of the conversation of that rank.
  func conversation(ofRank rank: UInt32) -> Int { Int(order.conversations[Int(rank)]) }
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
