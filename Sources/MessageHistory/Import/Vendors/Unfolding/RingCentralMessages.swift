import DelimitedText

/// Messages that are ours where an agent made them, whatever account they were published by.
struct RingCentralMessages {
  private let names = [
    "content_thread_id", "id", "created_at", "source_name", "source_type", "creator_id",
    "creator_name", "author_id", "author_name", "auto_submitted", "status", "body_as_text", "body",
  ]
  private let fields: [Int]

  init(_ table: borrowing SourceTable) {
    var fields: [Int] = []
    for name in names { fields.append(table.field(name)) }
    self.fields = fields
  }

  func append(_ message: inout SourceRow, to spool: inout CanonicalSpool) {
    let cells = fields.prefix(11).map { message.cell($0) }
    let creator = cells[5]
    let isAutomatic = Self.isIn(KindMark.yes, cells[9])
    let isOurs =
      !creator.isEmpty || isAutomatic || Self.isIn(["agent message", "agent reply"], cells[10])
    var row = CanonicalRow(line: message.line)
    row.set(.conversationID, cells[0])
    row.set(.messageID, cells[1])
    row.set(.timestamp, cells[2])
    row.set(.page, cells[3])
    row.set(.channel, cells[4])
    row.set(isOurs ? .outbound : .inbound)
    if isAutomatic { row.set(.kind, "automated") }
    row.set(isOurs ? .employeeID : .senderID, isOurs ? creator : cells[7])
    row.set(isOurs ? .employeeName : .senderName, isOurs ? cells[6] : cells[8])
    row.set(.text, message.whole(fields[11] >= 0 ? fields[11] : fields[12]))
    spool.append(row)
  }

  private static func isIn(_ words: [String], _ cell: [UInt8]) -> Bool {
    words.contains { $0.utf8.elementsEqual(cell.asciiLowercased) }
  }
}
