import MessageHistory
import ResponseMetrics

/// One worker's way from rows to sorted runs.
struct ListingSorter {
  /// What came of the rows so far.
  struct Sorted: Sendable {
    var conversations = ListingRuns()
    var openers = ListingRuns()
    var tables = ListingTables()
  }

  private(set) var sorted = Sorted()
  private var fetcher: RowFetcher
  private let text: ListingText
  private let style: ListingStyle
  private let tabulated: Set<ReportFile>
  private let allowance: RunAllowance
  private var spool: Spool?

  init(
    inputs: [PreparedInput], text: ListingText, style: ListingStyle, tabulated: Set<ReportFile>,
    allowance: RunAllowance
  ) {
    fetcher = RowFetcher(inputs: inputs)
    self.text = text
    self.style = style
    self.tabulated = tabulated
    self.allowance = allowance
  }

  /// Adds a run of each file.
  mutating func add(_ rows: PlacedRows) throws(MessageHistoryError) {
    var draft = try draft(of: rows)
    sorted.tables.append(contentsOf: draft.tables)
    // One is given up before the other is sorted.
    try sorted.conversations.append(
      draft.takeConversations(), allowance: allowance, spool: &spool)
    try sorted.openers.append(draft.takeOpeners(), allowance: allowance, spool: &spool)
  }

  /// Writes rows in the order of their places: that is how their texts are fetched fastest.
  private mutating func draft(of rows: PlacedRows) throws(MessageHistoryError) -> DraftWriter {
    var draft = DraftWriter(text: text, style: style, tabulated: tabulated)
    draft.reserve(conversations: rows.conversations.count, openers: rows.openers.count)
    let conversations = rows.conversations.sorted(byPlace: { $0.place })
    let openers = rows.openers.sorted(byPlace: { $0.place })
    var nextConversation = 0
    var nextOpener = 0
    while nextConversation < conversations.count || nextOpener < openers.count {
      let place =
        if nextOpener == openers.count {
          conversations[nextConversation].place
        } else if nextConversation == conversations.count {
          openers[nextOpener].place
        } else {
          min(conversations[nextConversation].place, openers[nextOpener].place)
        }
      try fetcher.visitRow(at: place) { row in
        draft.begin(row)
        while nextConversation < conversations.count,
          conversations[nextConversation].place == place
        {
          let conversation = conversations[nextConversation]
          let first = Int(conversation.firstEmployee)
          draft.add(
            conversation,
            employees: rows.employees[first..<first + Int(conversation.employeeCount)],
            from: row)
          nextConversation += 1
        }
        while nextOpener < openers.count, openers[nextOpener].place == place {
          draft.add(openers[nextOpener], from: row)
          nextOpener += 1
        }
      }
    }
    return draft
  }
}

extension Array where Element: BitwiseCopyable & Sendable {
  /// Sorted by place, in memory of its own.
  ///
  /// Numbers are sorted first, and elements fetched in one go: where each is fetched only when it is
  /// written, the processor waits for memory at each of them.
  fileprivate func sorted(byPlace place: (Element) -> Place) -> [Element] {
    var numbered: [Numbered] = []
    numbered.reserveCapacity(count)
    for element in self {
      numbered.append(
        Numbered(place: Int64(bitPattern: place(element).sortKey), index: numbered.count))
    }
    numbered.sortByNumber { $0.place }
    return withUnsafeBufferPointer { elements in numbered.map { elements[$0.index] } }
  }
}

/// Which element stands at a place.
private struct Numbered {
  let place: Int64
  let index: Int
}
