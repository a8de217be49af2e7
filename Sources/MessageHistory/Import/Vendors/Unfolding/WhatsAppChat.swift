import DelimitedText

/// A chat that was exported on a phone: lines of text, a message on one or more of them.
struct WhatsAppChat {
  private let own: Set<[UInt8]>
  private let conversation: String

  /// - Parameters:
  ///   - name: the file's, which tells whose chat it is.
  ///   - own: our names in it.
  init(name: String, own: [String]) {
    self.own = Set(own.map { CanonicalText.bytes(of: $0) })
    conversation = Self.conversation(ofFile: name)
  }

  /// Whether the first line that is not blank begins a message.
  static func fits(_ file: InputFile) throws(MessageHistoryError) -> Bool {
    var cursor = try ByteCursor(file: file)
    for _ in 0..<linesLookedAt {
      guard let line = try cursor.takeLine() else { return false }
      if line.isEmpty { continue }
      return ChatLine(line) != nil
    }
    return false
  }

  private static let linesLookedAt = 20

  /// Writes all messages; returns the file's fingerprint.
  func unfold(
    _ file: InputFile, to spool: inout CanonicalSpool
  ) throws(MessageHistoryError) -> BlockFingerprint {
    var cursor = try ByteCursor(file: file)
    var open: (line: Int, message: ChatLine)?
    while true {
      let number = cursor.line
      guard let line = try cursor.takeLine() else { break }
      if let message = ChatLine(line) {
        if let open { append(open.message, line: open.line, to: &spool) }
        open = (number, message)
      } else if open == nil, !line.isEmpty {
        // Nothing to go on with: a row of its own, which is rejected, so that it is not lost.
        var row = CanonicalRow(line: number)
        row.set(.conversationID, conversation)
        row.set(.text, line)
        spool.append(row)
      } else {
        open?.message.text += [Byte.lineFeed] + line
        if let size = open?.message.text.count, size > Self.longestMessage {
          throw .recordTooLong(
            path: file.name, byte: 0, limit: Self.longestMessage, missing: .lineEnd)
        }
      }
      try spool.flushIfFull()
    }
    if let open { append(open.message, line: open.line, to: &spool) }
    return cursor.fingerprint
  }

  private static let longestMessage = 4 << 20

  private func append(_ message: ChatLine, line: Int, to spool: inout CanonicalSpool) {
    var row = CanonicalRow(line: line)
    row.set(.conversationID, conversation)
    row.set(.channel, "whatsapp")
    row.set(.timestamp, message.timestamp)
    row.set(.text, message.text)
    if let sender = message.sender, !Self.isNotice(message.text) {
      let key = CanonicalText.bytes(of: String(decoding: sender, as: UTF8.self))
      row.set(own.contains(key) ? .outbound : .inbound)
      if !own.contains(key) { row.set(.senderName, sender) }
    } else {
      row.set(.kind, "event")
    }
    spool.append(row)
  }

  /// What an iPhone writes in the contact's name at the head of a chat.
  private static func isNotice(_ text: [UInt8]) -> Bool {
    String(decoding: text.prefix(200), as: UTF8.self).contains("end-to-end encrypt")
  }

  /// `WhatsApp Chat with Cleo.txt` is `WhatsApp Chat with Cleo`; an iPhone's files are all called
  /// `_chat.txt`, in a folder that tells.
  private static func conversation(ofFile name: String) -> String {
    let parts = name.split(separator: "/").map(String.init)
    guard let last = parts.last else { return name }
    if last.hasPrefix("_chat."), parts.count > 1 { return parts[parts.count - 2] }
    return last.firstIndex(of: ".").map { String(last[..<$0]) } ?? last
  }
}
