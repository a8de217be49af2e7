import MessageHistory
import Reports

/// The first messages of an input as they were understood.
struct MessagePreview {
  let history: History
  let instants: InstantFormat
  let showsText: Bool
  let redaction: Redaction

  /// How many messages of each input are shown.
  static let count = 5
  /// Characters of a cell, and of a text, that are shown.
  private static let widestCell = 24
  private static let widestText = 72

  /// A line of headings and a line a message.
  ///
  /// - Throws: `MessageHistoryError` where the input is not as it was.
  func lines(of messages: [Message]) throws -> [String] {
    var rows = RowFetcher(inputs: history.inputs)
    guard !messages.isEmpty else { return ["none"] }
    var cells = [["instant", "kind", "conversation", "page", "channel", "from", "text"]]
    for message in messages {
      cells.append(try rows.withRow(at: message.place) { self.cells(of: message, $0) })
    }
    return LabelledLines.aligned(cells)
  }

  private func cells(of message: Message, _ row: FetchedRow) -> [String] {
    let slice = history.slices[Int(message.traits.slice)]
    let page = history.pages[Int(slice.page)]
    let channel = history.channels[Int(slice.channel)]
    let id = redaction.conversationID(row.cell(.conversationID), page: page, channel: channel)
    return [
      instants.string(message.instant), word(for: message.traits.messageClass),
      shown(id), shown(page), shown(channel),
      sender(of: message, row, page: page, channel: channel), text(of: row),
    ]
  }

  private func word(for messageClass: MessageClass) -> String {
    switch messageClass {
    case .inbound: "inbound"
    case .humanOutbound: "outbound"
    case .automatedOutbound: "automated"
    case .note: "note"
    case .event: "event"
    }
  }

  private func sender(
    of message: Message, _ row: FetchedRow, page: [UInt8], channel: [UInt8]
  ) -> String {
    let sender = row.sender
    switch message.traits.messageClass {
    case .inbound:
      let names = [row.cell(.contactName), sender.name, row.cell(.contactID), sender.id]
      let keys = [row.cell(.contactID), sender.id, row.cell(.contactName), sender.name]
      let name = names.first { !$0.isEmpty } ?? []
      let key = keys.first { !$0.isEmpty } ?? []
      let known =
        redaction.hidesContacts ? redaction.contact(key: key, page: page, channel: channel) : name
      return known.isEmpty ? "a contact" : shown(known)
    case .humanOutbound:
      let key = history.employees[Int(message.traits.employee)]
      if key.isEmpty { return "nobody known" }
      let isHidden = redaction.level == .all || sender.name.isEmpty
      return shown(isHidden ? redaction.employee(key: key) : sender.name)
    case .automatedOutbound, .note, .event:
      let name = sender.name.isEmpty ? sender.id : sender.name
      return name.isEmpty || redaction.level == .all ? "nobody known" : shown(name)
    }
  }

  private func text(of row: FetchedRow) -> String {
    let text = row.cell(.text)
    if text.isEmpty { return "no text" }
    if showsText { return quotedText(redaction.written(text), atMost: Self.widestText) }
    return counted(String(decoding: text, as: UTF8.self).count, "character")
  }

  private func shown(_ cell: [UInt8]) -> String {
    let line = TerminalText.oneLine(cell)
    return line.count > Self.widestCell ? line.prefix(Self.widestCell) + "…" : line
  }
}
