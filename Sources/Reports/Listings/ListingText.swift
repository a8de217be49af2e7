import MessageHistory
import ResponseMetrics

/// What rows of listings show of pages, channels and employees, and in what order they stand.
///
/// Made for each file that is written, so that no two threads count references to the same object.
final class ListingText: Sendable {
  // By slice index.
  private let pages: PackedTexts
  private let channels: PackedTexts
  /// By slice index: whether the ids of its conversations are hidden.
  private let hidesConversations: [Bool]
  /// By employee index, as they are shown.
  private let employeeKeys: PackedTexts
  /// By employee index: where its real key stands among all by bytes.
  private let employeeRanks: [Int]
  private let redaction: Redaction
  private let hidesContacts: Bool

  init(history: History, redaction: Redaction) {
    self.redaction = redaction
    hidesContacts = redaction.hidesContacts
    employeeKeys = PackedTexts(
      history.employees.map { key in redaction.employee(key: key).withUnsafeBytes { Array($0) } })
    employeeRanks = history.employees.ranks { $0.lexicographicallyPrecedes($1) }
    pages = PackedTexts(history.slices.map { history.pages[Int($0.page)] })
    channels = PackedTexts(history.slices.map { history.channels[Int($0.channel)] })
    hidesConversations = history.slices.map {
      redaction.hidesConversations(ofChannel: history.channels[Int($0.channel)])
    }
  }

  /// By slice index, where each stands among all by page and channel.
  static func sliceRanks(of history: History) -> [UInt32] {
    history.slices.map { slice in
      (page: history.pages[Int(slice.page)], channel: history.channels[Int(slice.channel)])
    }.ranksOfSlices.map(UInt32.init)
  }

  // MARK: Rows

  func write(
    _ entry: RunEntry<PlacedConversation>, to sink: inout (some RowSink & ~Copyable)
  ) {
    let row = entry.row
    writeConversation(row.pointee.slice, entry.id, to: &sink)
    if hidesContacts {
      sink.text(hiddenContact(entry.text, row.pointee.slice))
    } else {
      sink.text(entry.text)
    }
    sink.instant(row.pointee.firstAt)
    sink.instant(row.pointee.lastAt)
    sink.count(row.pointee.inbound)
    sink.count(row.pointee.outboundHuman)
    sink.count(row.pointee.outboundAutomated)
    sink.count(row.pointee.openers)
    sink.count(row.pointee.answered)
    sink.time(row.pointee.firstResponse)
    write(entry.employees, to: &sink)
    sink.word((ConversationStatus(rawValue: row.pointee.status) ?? .none).word)
    if row.pointee.rating == 0 {
      sink.blank()
    } else {
      sink.cell(Rating(millionths: row.pointee.rating).cell)
    }
  }

  func write(
    _ entry: RunEntry<PlacedOpener>, to sink: inout (some RowSink & ~Copyable)
  ) {
    let row = entry.row
    writeConversation(row.pointee.slice, entry.id, to: &sink)
    if hidesContacts {
      sink.text(redaction.messageID(Array(entry.text)))
    } else {
      sink.text(entry.text)
    }
    let outcome = OpenerOutcome(rawValue: row.pointee.outcome) ?? .missed
    sink.instant(row.pointee.instant)
    sink.word(outcome.state)
    sink.word(outcome.reason)
    sink.instant(row.pointee.firstResponse, after: row.pointee.instant)
    if row.pointee.firstResponse < 0 {
      sink.blank()
    } else {
      sink.text(employeeKeys[Int(row.pointee.employee)])
    }
    sink.time(row.pointee.firstResponse)
    sink.time(row.pointee.firstResponseOffice)
  }

  // MARK: Cells

  /// Page, channel, and what is shown of the conversation's id.
  @inline(__always)
  private func writeConversation(
    _ slice: UInt32, _ id: UnsafeRawBufferPointer, to sink: inout (some RowSink & ~Copyable)
  ) {
    sink.begin(slice, page: pages[Int(slice)], channel: channels[Int(slice)])
    if hidesConversations[Int(slice)] {
      sink.text(
        redaction.conversationID(
          Array(id), page: Array(pages[Int(slice)]), channel: Array(channels[Int(slice)])))
    } else {
      sink.text(id)
    }
  }

  @inline(never)
  private func hiddenContact(_ key: UnsafeRawBufferPointer, _ slice: UInt32) -> [UInt8] {
    redaction.contact(
      key: Array(key), page: Array(pages[Int(slice)]), channel: Array(channels[Int(slice)]))
  }

  @inline(__always)
  private func write(
    _ employees: UnsafeBufferPointer<UInt32>, to sink: inout (some RowSink & ~Copyable)
  ) {
    switch employees.count {
    case 0: sink.blank()
    case 1: sink.text(employeeKeys[Int(employees[0])])
    default: sink.text(joined(employees))
    }
  }

  @inline(never)
  private func joined(_ employees: UnsafeBufferPointer<UInt32>) -> [UInt8] {
    var keys: [UInt8] = []
    for employee in employees.sorted(by: { employeeRanks[Int($0)] < employeeRanks[Int($1)] }) {
      if !keys.isEmpty { keys += "; ".utf8 }
      keys += employeeKeys[Int(employee)]
    }
    return keys
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
