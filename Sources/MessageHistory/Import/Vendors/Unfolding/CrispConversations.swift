import DelimitedText

/// A list of conversations in JSON, each with its customer and its messages.
///
/// Conversations have no ids: one is called by the file's name and its place in it.
struct CrispConversations {
  private var ordinal = 0

  /// Whether a document is of this form.
  static func fits(_ file: InputFile) throws(MessageHistoryError) -> Bool {
    var reader = try JSONReader(file: file)
    guard try reader.beginArray(), try reader.hasNext(), try reader.beginObject() else {
      return false
    }
    while let key = try reader.nextKey() {
      guard key.elementsEqual("messages".utf8) else {
        try reader.skip()
        continue
      }
      guard try reader.beginArray(), try reader.hasNext(), try reader.beginObject() else {
        return false
      }
      while let key = try reader.nextKey() {
        if key.elementsEqual("from".utf8) { return true }
        try reader.skip()
      }
      return false
    }
    return false
  }

  /// Writes all messages; returns the file's fingerprint.
  mutating func unfold(
    _ file: InputFile, to spool: inout CanonicalSpool
  ) throws(MessageHistoryError) -> BlockFingerprint {
    var reader = try JSONReader(file: file)
    guard try reader.beginArray() else { throw reader.malformed }
    let name = file.name.split(separator: "/").last.map(String.init) ?? file.name
    while try reader.hasNext() {
      ordinal += 1
      try unfoldConversation(&reader, id: "\(name)#\(ordinal)", to: &spool)
      try spool.flushIfFull()
    }
    return reader.fingerprint
  }

  /// The customer may stand behind the messages, so that a conversation's rows wait for its end.
  private func unfoldConversation(
    _ reader: inout JSONReader, id: String, to spool: inout CanonicalSpool
  ) throws(MessageHistoryError) {
    var rows: [CanonicalRow] = []
    var (email, name): ([UInt8], [UInt8]) = ([], [])
    guard try reader.beginObject() else { throw reader.malformed }
    while let key = try reader.nextKey() {
      if key.elementsEqual("user".utf8), try reader.beginObject() {
        while let key = try reader.nextKey() {
          switch String(decoding: key, as: UTF8.self) {
          case "email": email = try reader.text() ?? []
          case "name": name = try reader.text() ?? []
          default: try reader.skip()
          }
        }
      } else if key.elementsEqual("messages".utf8), try reader.beginArray() {
        while try reader.hasNext() { rows.append(try message(&reader)) }
      } else {
        try reader.skip()
      }
    }
    for var row in rows {
      row.set(.conversationID, id)
      row.set(.contactID, email)
      row.set(.contactName, name)
      spool.append(row)
    }
  }

  private func message(
    _ reader: inout JSONReader
  ) throws(MessageHistoryError) -> CanonicalRow {
    guard try reader.beginObject() else { throw reader.malformed }
    var row = CanonicalRow(line: reader.line)
    while let key = try reader.nextKey() {
      switch String(decoding: key, as: UTF8.self) {
      case "date": row.set(.timestamp, try reader.text() ?? [])
      case "text": row.set(.text, try reader.text() ?? [])
      case "note":
        row.set(.kind, "note")
        row.set(.text, try reader.text() ?? [])
      case "from":
        let from = try reader.text() ?? []
        // `user` is the customer here, and staff elsewhere.
        if from.elementsEqual("user".utf8) { row.set(.inbound) } else { row.set(.direction, from) }
      default: try reader.skip()
      }
    }
    return row
  }
}
