import DelimitedText

/// A conversation of Messenger or Instagram from Meta's download: one JSON document.
///
/// It is read twice: its id stands behind its messages.
struct MetaConversation {
  private let own: Set<[UInt8]>
  private let channel: String
  /// The download's name of the thread, else its title.
  private let thread: [UInt8]

  /// - Throws: `VendorFlaw.unlikeFormat` for another JSON, `ownNotFound` where none of the names
  ///   takes part.
  init(
    _ file: InputFile, format: String, channel: String, own: [String]
  ) throws(MessageHistoryError) {
    self.channel = channel
    self.own = Set(own.map { CanonicalText.bytes(of: $0) })
    guard let head = try MetaHead(file) else {
      throw .vendor(path: file.name, flaw: .unlikeFormat(format: format))
    }
    thread = head.threadPath.isEmpty ? head.title : head.threadPath
    guard head.participants.contains(where: self.own.contains) else {
      throw .vendor(path: file.name, flaw: .ownNotFound(format: format))
    }
  }

  /// Writes all messages; returns the file's fingerprint.
  func unfold(
    _ file: InputFile, to spool: inout CanonicalSpool
  ) throws(MessageHistoryError) -> BlockFingerprint {
    var reader = try JSONReader(file: file)
    _ = try reader.beginObject()
    while let key = try reader.nextKey() {
      if key.elementsEqual("messages".utf8), try reader.beginArray() {
        while try reader.hasNext() {
          try append(&reader, to: &spool)
          try spool.flushIfFull()
        }
      } else {
        try reader.skip()
      }
    }
    return reader.fingerprint
  }

  private func append(
    _ reader: inout JSONReader, to spool: inout CanonicalSpool
  ) throws(MessageHistoryError) {
    var row = CanonicalRow(line: reader.line)
    guard try reader.beginObject() else { throw reader.malformed }
    row.line = reader.line
    var sender: [UInt8] = []
    var isEvent = false
    while let key = try reader.nextKey() {
      switch String(decoding: key, as: UTF8.self) {
      case "sender_name": sender = TwiceEncodedText.repaired(try reader.text() ?? [])
      case "timestamp_ms": row.set(.timestamp, try reader.text() ?? [])
      case "content":
        let text = TwiceEncodedText.repaired(try reader.text() ?? [])
        // What Instagram writes where somebody liked one: no message of theirs.
        if text.elementsEqual("Liked a message".utf8) { isEvent = true }
        row.set(.text, text)
      case "type":
        let type = try reader.text() ?? []
        if Self.eventTypes.contains(type) { isEvent = true }
      default: try reader.skip()
      }
    }
    row.set(.conversationID, thread)
    row.set(.channel, channel)
    let isOurs = own.contains(CanonicalText.bytes(of: String(decoding: sender, as: UTF8.self)))
    row.set(isOurs ? .outbound : .inbound)
    if !isOurs { row.set(.senderName, sender) }
    if isEvent { row.set(.kind, "event") }
    spool.append(row)
  }

  private static let eventTypes: Set<[UInt8]> = Set(
    ["Call", "Subscribe", "Unsubscribe"].map { Array($0.utf8) })
}

/// What stands in such a document beside its messages.
struct MetaHead {
  private(set) var title: [UInt8] = []
  private(set) var threadPath: [UInt8] = []
  /// In NFC.
  private(set) var participants: [[UInt8]] = []

  /// Nil for another JSON, or none at all.
  init?(_ file: InputFile) throws(MessageHistoryError) {
    var reader = try JSONReader(file: file)
    guard try reader.beginObject() else { return nil }
    var hasMessages = false
    while let key = try reader.nextKey() {
      switch String(decoding: key, as: UTF8.self) {
      case "title": title = TwiceEncodedText.repaired(try reader.text() ?? [])
      case "thread_path": threadPath = try reader.text() ?? []
      case "participants": try readParticipants(&reader)
      case "messages":
        hasMessages = true
        try reader.skip()
      default: try reader.skip()
      }
    }
    guard hasMessages, !participants.isEmpty else { return nil }
  }

  private mutating func readParticipants(
    _ reader: inout JSONReader
  ) throws(MessageHistoryError) {
    guard try reader.beginArray() else { return try reader.skip() }
    while try reader.hasNext() {
      guard try reader.beginObject() else {
        try reader.skip()
        continue
      }
      while let key = try reader.nextKey() {
        guard key.elementsEqual("name".utf8) else {
          try reader.skip()
          continue
        }
        let name = TwiceEncodedText.repaired(try reader.text() ?? [])
        participants.append(CanonicalText.bytes(of: String(decoding: name, as: UTF8.self)))
      }
    }
  }
}
