import MessageHistory
import Reports

/// The first messages of an input as they were understood.
struct MessagePreview {
  let history: History
  let instants: InstantFormat
  let showsText: Bool

  /// How many messages of each input are shown.
  static let count = 5
  /// Characters of a cell, and of a text, that are shown.
  private static let widestCell = 24
  private static let widestText = 72

  /// A line a message.
  ///
  /// - Throws: `MessageHistoryError` where the input is not as it was.
  func lines(of messages: [Message]) throws -> [String] {
    var rows = RowFetcher(inputs: history.inputs)
    var cells: [[String]] = []
    for message in messages {
      cells.append(try rows.withRow(at: message.place) { self.cells(of: message, $0) })
    }
    return LabelledLines.aligned(cells)
  }

  private func cells(of message: Message, _ row: FetchedRow) -> [String] {
    let slice = history.slices[Int(message.traits.slice)]
    return [
      instants.string(message.instant), word(for: message.traits.messageClass),
      "conversation " + shown(row.cell(.conversationID)),
      "page " + shown(history.pages[Int(slice.page)]),
      "channel " + shown(history.channels[Int(slice.channel)]),
      sender(of: message, row), text(of: row),
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

  private func sender(of message: Message, _ row: FetchedRow) -> String {
    let sender = row.sender
    let contact = [row.cell(.contactName), row.cell(.contactID)]
    let isInbound = message.traits.messageClass == .inbound
    let known = ([sender.name, sender.id] + (isInbound ? contact : [])).first { !$0.isEmpty }
    return "from " + (known.map(shown) ?? (isInbound ? "a contact" : "nobody known"))
  }

  private func text(of row: FetchedRow) -> String {
    let text = row.cell(.text)
    if text.isEmpty { return "no text" }
    if showsText { return quotedText(text, atMost: Self.widestText) }
    return counted(String(decoding: text, as: UTF8.self).count, "character")
  }

  private func shown(_ cell: [UInt8]) -> String {
    let line = TerminalText.oneLine(cell)
    return line.count > Self.widestCell ? line.prefix(Self.widestCell) + "…" : line
  }
}
