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
    let order = PlaceOrder(rows)
    var next = 0
    while let place = order.place(next) {
      let end = order.end(ofPlaceAt: next)
      try fetcher.visitRow(at: place) { row in
        draft.begin(row)
        for number in next..<end {
          switch order.row(number) {
          case .conversation(let index):
            let conversation = rows.conversations[index]
            let first = Int(conversation.firstEmployee)
            draft.add(
              conversation,
              employees: rows.employees[first..<first + Int(conversation.employeeCount)],
              from: row)
          case .opener(let index):
            draft.add(rows.openers[index], from: row)
          }
        }
      }
      next = end
    }
    return draft
  }
}

/// Rows of both files in the order of their places.
private struct PlaceOrder {
  private var keys: [Key] = []
  private let conversations: Int

  private struct Key {
    let place: Int64
    /// Of a conversation, or of an opener after all conversations.
    let number: Int
  }

  enum Row {
    case conversation(Int)
    case opener(Int)
  }

  init(_ rows: PlacedRows) {
    conversations = rows.conversations.count
    keys.reserveCapacity(rows.conversations.count + rows.openers.count)
    for row in rows.conversations { append(row.place) }
    for row in rows.openers { append(row.place) }
    keys.sortByNumber { $0.place }
  }

  private mutating func append(_ place: Place) {
    keys.append(Key(place: Int64(bitPattern: place.sortKey), number: keys.count))
  }

  /// Nil past the last one.
  func place(_ number: Int) -> Place? {
    number < keys.count ? Place(sortKey: UInt64(bitPattern: keys[number].place)) : nil
  }

  /// One past the last row of the same place.
  func end(ofPlaceAt number: Int) -> Int {
    var end = number + 1
    while end < keys.count, keys[end].place == keys[number].place { end += 1 }
    return end
  }

  func row(_ number: Int) -> Row {
    let index = keys[number].number
    return index < conversations ? .conversation(index) : .opener(index - conversations)
  }
}
