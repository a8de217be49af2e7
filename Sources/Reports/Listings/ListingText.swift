import MessageHistory
import ResponseMetrics

/// What rows of listings show of pages, channels and employees, and in what order they stand.
///
/// Each worker makes one of its own, which is one object: counting references to texts that all of
/// them share, millions of times, would take longer than writing the rows.
final class ListingText: Sendable {
  /// By slice index.
  let slices: [SliceText]
  /// By slice index: whether the ids of its conversations are hidden.
  private let hidesConversations: [Bool]
  /// By slice index: where it stands among all by page and channel.
  let sliceRanks: [UInt32]
  /// By employee index, as they are shown.
  let employeeKeys: [[UInt8]]
  /// By employee index: where its real key stands among all by bytes.
  let employeeRanks: [UInt32]
  private let redaction: Redaction
  private let hidesContacts: Bool

  /// Page and channel of a slice.
  struct SliceText: Sendable {
    let page: [UInt8]
    let channel: [UInt8]
  }

  init(history: History, redaction: Redaction) {
    self.redaction = redaction
    hidesContacts = redaction.hidesContacts
    employeeKeys = history.employees.map { key in
      redaction.employee(key: key).withUnsafeBytes { Array($0) }
    }
    employeeRanks = Self.ranks(of: history.employees.indices) {
      history.employees[$0].lexicographicallyPrecedes(history.employees[$1])
    }
    let slices = history.slices.map { slice in
      SliceText(
        page: history.pages[Int(slice.page)], channel: history.channels[Int(slice.channel)])
    }
    self.slices = slices
    hidesConversations = slices.map { redaction.hidesConversations(ofChannel: $0.channel) }
    sliceRanks = Self.ranks(of: slices.indices) { left, right in
      slices[left].page != slices[right].page
        ? slices[left].page.lexicographicallyPrecedes(slices[right].page)
        : slices[left].channel.lexicographicallyPrecedes(slices[right].channel)
    }
  }

  /// By index, where each stands in the order.
  private static func ranks(
    of indices: Range<Int>, by precedes: (Int, Int) -> Bool
  ) -> [UInt32] {
    var ranks = [UInt32](repeating: 0, count: indices.count)
    for (rank, index) in indices.sorted(by: precedes).enumerated() { ranks[index] = UInt32(rank) }
    return ranks
  }

  /// Whether something else is shown of the conversation ids of a slice.
  func hidesID(of slice: UInt32) -> Bool { hidesConversations[Int(slice)] }

  /// What is shown of a conversation's id.
  func writeID(_ id: [UInt8], of slice: UInt32, to sink: inout (some RowSink & ~Copyable)) {
    guard hidesID(of: slice) else { return sink.text(id) }
    let slice = slices[Int(slice)]
    sink.text(redaction.conversationID(id, page: slice.page, channel: slice.channel))
  }

  /// Page and channel.
  func writeSlice(_ slice: UInt32, to sink: inout (some RowSink & ~Copyable)) {
    sink.text(slices[Int(slice)].page)
    sink.text(slices[Int(slice)].channel)
  }

  // MARK: Rows, from the cell after the conversation's id on

  /// - Parameters:
  ///   - conversation: the row.
  ///   - contact: what the contact's cell says.
  ///   - employees: those of the conversation.
  ///   - sink: takes the cells.
  func write(
    _ conversation: PlacedConversation, contact: [UInt8], employees: ArraySlice<UInt32>,
    to sink: inout (some RowSink & ~Copyable)
  ) {
    if hidesContacts {
      let slice = slices[Int(conversation.slice)]
      sink.text(redaction.contact(key: contact, page: slice.page, channel: slice.channel))
    } else {
      sink.text(contact)
    }
    sink.instant(conversation.firstAt)
    sink.instant(conversation.lastAt)
    sink.count(conversation.inbound)
    sink.count(conversation.outboundHuman)
    sink.count(conversation.outboundAutomated)
    sink.count(conversation.openers)
    sink.count(conversation.answered)
    sink.time(conversation.firstResponse)
    write(employees, to: &sink)
    sink.word((ConversationStatus(rawValue: conversation.status) ?? .none).word)
    let rating = Rating(millionths: conversation.rating)
    sink.cell(rating.isGiven ? rating.cell : .blank)
  }

  private func write(
    _ employees: ArraySlice<UInt32>, to sink: inout (some RowSink & ~Copyable)
  ) {
    guard employees.count > 1 else {
      guard let only = employees.first else { return sink.cell(.blank) }
      return sink.text(employeeKeys[Int(only)])
    }
    var keys: [UInt8] = []
    for employee in employees.sorted(by: { employeeRanks[Int($0)] < employeeRanks[Int($1)] }) {
      if !keys.isEmpty { keys += "; ".utf8 }
      keys += employeeKeys[Int(employee)]
    }
    sink.text(keys)
  }

  /// - Parameters:
  ///   - opener: the row.
  ///   - messageID: what the message id's cell says.
  ///   - sink: takes the cells.
  func write(
    _ opener: PlacedOpener, messageID: [UInt8], to sink: inout (some RowSink & ~Copyable)
  ) {
    let outcome = OpenerOutcome(rawValue: opener.outcome) ?? .missed
    if hidesContacts {
      sink.text(redaction.messageID(messageID))
    } else {
      sink.text(messageID)
    }
    sink.instant(opener.instant)
    sink.word(outcome.state)
    sink.word(outcome.reason)
    sink.instant(opener.firstResponse, after: opener.instant)
    if opener.firstResponse < 0 {
      sink.cell(.blank)
    } else {
      sink.text(employeeKeys[Int(opener.employee)])
    }
    sink.time(opener.firstResponse)
    sink.time(opener.firstResponseOffice)
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
  package var state: StaticString {
    switch self {
    case .answered: "answered"
    case .awaiting: "awaiting"
    case .missed: "missed"
    case .excludedSpam, .excludedDone, .excludedAway: "excluded"
    }
  }

  /// The word of the reason column; empty where the opener counts.
  package var reason: StaticString {
    switch self {
    case .answered, .awaiting, .missed: ""
    case .excludedSpam: "spam"
    case .excludedDone: "done"
    case .excludedAway: "away"
    }
  }
}
