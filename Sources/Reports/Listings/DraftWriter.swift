import MessageHistory
import ResponseMetrics

/// Writes listed rows, as their texts are fetched, into the drafts of a run of each file.
struct DraftWriter: ~Copyable {
  private(set) var conversations = RunDraft()
  private(set) var openers = RunDraft()
  /// Empty but for files that are short enough for report.json.
  private(set) var tables = ListingTables()
  private let text: ListingText
  private let tabulated: Set<ReportFile>
  private var line: LineSink
  // What a row says, with room for the next one.
  private var id: [UInt8] = []
  private var cell: [UInt8] = []

  /// - Parameters:
  ///   - text: of this worker alone.
  ///   - style: of the files.
  ///   - tabulated: the files whose rows are wanted as a table too.
  init(text: ListingText, style: ListingStyle, tabulated: Set<ReportFile>) {
    self.text = text
    self.tabulated = tabulated
    line = LineSink(style: style)
  }

  /// Makes room for so many rows of each file.
  mutating func reserve(conversations: Int, openers: Int) {
    self.conversations.reserve(conversations)
    self.openers.reserve(openers)
  }

  /// Gives up the rows of conversations.csv.
  mutating func takeConversations() -> RunDraft { exchange(&conversations, with: RunDraft()) }

  /// Gives up the rows of openers.csv.
  mutating func takeOpeners() -> RunDraft { exchange(&openers, with: RunDraft()) }

  /// Takes the id of the conversation from the row that the next rows are made of.
  mutating func begin(_ row: FetchedRow) {
    row.read(.conversationID, into: &id)
  }

  mutating func add(
    _ conversation: PlacedConversation, employees: ArraySlice<UInt32>, from row: FetchedRow
  ) {
    readContact(ContactCell(rawValue: conversation.contact) ?? .none, from: row)
    let slice = conversation.slice
    let showsID = beginLine(slice)
    text.write(conversation, contact: cell, employees: employees, to: &line)
    line.endRecord()
    let rank = text.sliceRanks[Int(slice)]
    conversations.append(
      slice: rank, id: id, instant: 0, place: conversation.place, text: line.bytes,
      showsID: showsID)
    guard tabulated.contains(.conversations) else { return }
    tables.conversations.append(rank: rank, id: id, instant: 0, place: conversation.place) {
      text.writeSlice(slice, to: &$0)
      text.writeID(id, of: slice, to: &$0)
      text.write(conversation, contact: cell, employees: employees, to: &$0)
    }
  }

  /// Begins a line at the cell of the conversation's id, or after it where it shows the id as it is.
  ///
  /// - Returns: whether it does.
  private mutating func beginLine(_ slice: UInt32) -> Bool {
    let showsID = !text.hidesID(of: slice) && id.withUnsafeBytes { line.isPlain($0) }
    line.begin(afterCell: showsID)
    if !showsID { text.writeID(id, of: slice, to: &line) }
    return showsID
  }

  private mutating func readContact(_ contact: ContactCell, from row: FetchedRow) {
    switch contact {
    case .none: cell.removeAll(keepingCapacity: true)
    case .contactID: row.read(.contactID, into: &cell)
    case .contactName: row.read(.contactName, into: &cell)
    case .senderID, .senderName: cell = row.text(of: contact)
    }
  }

  mutating func add(_ opener: PlacedOpener, from row: FetchedRow) {
    row.read(.messageID, into: &cell)
    let slice = opener.slice
    let showsID = beginLine(slice)
    text.write(opener, messageID: cell, to: &line)
    line.endRecord()
    let rank = text.sliceRanks[Int(slice)]
    openers.append(
      slice: rank, id: id, instant: opener.instant, place: opener.place, text: line.bytes,
      showsID: showsID)
    guard tabulated.contains(.openers) else { return }
    tables.openers.append(rank: rank, id: id, instant: opener.instant, place: opener.place) {
      text.writeSlice(slice, to: &$0)
      text.writeID(id, of: slice, to: &$0)
      text.write(opener, messageID: cell, to: &$0)
    }
  }
}
