import DelimitedText

/// Messages between pairs of numbers: ours is the page, the other one the conversation.
struct TwilioMessages {
  private let from: Int
  private let to: Int
  private let text: Int
  private let sentAt: Int
  private let id: Int
  private let direction: Int

  init(_ table: borrowing SourceTable) {
    from = table.field("From")
    to = table.field("To")
    text = table.field("Body")
    sentAt = table.field("SentDate")
    id = table.field("Sid")
    direction = table.field("Direction")
  }

  func append(_ message: inout SourceRow, to spool: inout CanonicalSpool) {
    let word = message.cell(direction)
    let direction = word.withUnsafeBytes { Direction.words.meaning(of: $0) } ?? .none
    let ends = [message.cell(from), message.cell(to)].map(Self.address)
    let (theirs, ours) = direction == .outbound ? (ends[1], ends[0]) : (ends[0], ends[1])
    var row = CanonicalRow(line: message.line)
    row.set(.conversationID, theirs.number)
    row.set(.contactID, theirs.number)
    row.set(.page, ours.number)
    row.set(.channel, theirs.channel)
    row.set(.timestamp, message.cell(sentAt))
    row.set(.messageID, message.cell(id))
    // As it stands, so that a word that is not known is rejected as any other.
    row.set(.direction, word)
    row.set(.text, message.whole(text))
    spool.append(row)
  }

  /// `whatsapp:+15551234` is the number +15551234 on WhatsApp; a number alone is one for SMS.
  private static func address(_ cell: [UInt8]) -> (channel: [UInt8], number: [UInt8]) {
    guard let colon = cell.firstIndex(of: UInt8(ascii: ":")), colon > 0 else {
      return (Array("sms".utf8), cell)
    }
    return (Array(cell[..<colon]), Array(cell[(colon + 1)...]))
  }
}
