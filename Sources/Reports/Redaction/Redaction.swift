import Crypto

/// Puts pseudonyms in the place of people's names and ids.
///
/// All that reports and `explain` show of people passes through one value of a run, before any
/// renderer sees it; renderers decide nothing. A pseudonym is a word, a hyphen and the first 16
/// hexadecimal digits of HMAC-SHA-256, so that it tells people apart, is the same in every file, and
/// leads to nobody without the secret.
package struct Redaction: Sendable {
  package let level: RedactionLevel
  /// Whether the secret is that of this run alone, so that the next run has other pseudonyms.
  package let changesFromRunToRun: Bool
  /// With the secret taken in, to be copied for each text; nil where nothing is hidden.
  private let keyed: HMAC<SHA256>?

  /// Hides nothing.
  package static let none = Redaction(level: .none, secret: [])

  /// - Parameters:
  ///   - level: whose names and ids are hidden.
  ///   - secret: any bytes; nil for 32 random ones.
  package init(level: RedactionLevel, secret: [UInt8]?) {
    self.level = level
    changesFromRunToRun = level != .none && secret == nil
    let key = secret.map { SymmetricKey(data: $0) } ?? SymmetricKey(size: .bits256)
    keyed = level == .none ? nil : HMAC(key: key)
  }

  /// What stands where a text is hidden altogether: raw rows, messages.
  package static let hiddenText = "[redacted]"

  /// Tells reports under one secret from those under another, without telling the secret; nil where
  /// nothing is hidden.
  package var fingerprint: String? { keyed == nil ? nil : digits(over: [[], [], Self.ownName]) }

  /// What the fingerprint is taken over; no page is empty, so that it is no person's pseudonym.
  private static let ownName = Array("replymeter".utf8)

  // MARK: Contacts

  package var hidesContacts: Bool { level != .none }

  /// Channels on which a conversation's id is the contact's address or number.
  private static let addressChannels: Set<[UInt8]> = [
    Array("whatsapp".utf8), Array("sms".utf8), Array("email".utf8),
  ]

  /// Whether the conversation ids of a channel are hidden.
  package func hidesConversations(ofChannel channel: [UInt8]) -> Bool {
    hidesContacts && Self.addressChannels.contains(channel)
  }

  /// What is shown of a conversation's id; page and channel are the conversation's.
  package func conversationID(_ id: [UInt8], page: [UInt8], channel: [UInt8]) -> [UInt8] {
    hidesConversations(ofChannel: channel)
      ? pseudonym("conversation", over: [page, channel, id]) : id
  }

  /// The pseudonym of a contact by its key, its id or else its name; empty for an empty key, which
  /// is nobody known.
  package func contact(key: [UInt8], page: [UInt8], channel: [UInt8]) -> [UInt8] {
    key.isEmpty ? [] : pseudonym("contact", over: [page, channel, key])
  }

  /// What is shown of a message's id: nothing where contacts are hidden, since some hold addresses.
  package func messageID(_ id: [UInt8]) -> [UInt8] { hidesContacts ? [] : id }

  /// What is shown of what people wrote: a message, a raw row.
  package func written(_ text: [UInt8]) -> [UInt8] {
    hidesContacts ? Array(Self.hiddenText.utf8) : text
  }

  // MARK: Employees

  /// What is shown of an employee's key; the blank key, which is nobody's, stays blank.
  package func employee(key: [UInt8]) -> [UInt8] {
    level == .all && !key.isEmpty ? pseudonym("employee", over: [key]) : key
  }

  /// An employee under its key and name, which is its pseudonym where employees are hidden.
  package func employee(key: [UInt8], name: String) -> FoundEmployee {
    let realKey = String(decoding: key, as: UTF8.self)
    guard level == .all, !key.isEmpty else { return FoundEmployee(key: realKey, name: name) }
    let shown = String(decoding: employee(key: key), as: UTF8.self)
    return FoundEmployee(key: shown, name: shown, sortKey: realKey, sortName: name)
  }

  // MARK: Pseudonyms

  private func pseudonym(_ word: String, over parts: [[UInt8]]) -> [UInt8] {
    Array("\(word)-\(digits(over: parts))".utf8)
  }

  /// 16 digits in lower case; parts are joined by the unit separator, which no cell has at its
  /// ends.
  private func digits(over parts: [[UInt8]]) -> String {
    guard var code = keyed else { return "" }
    code.update(data: Array(parts.joined(separator: [0x1F])))
    var digits = ""
    for byte in code.finalize().prefix(8) {
      let pair = String(byte, radix: 16)
      digits += byte < 16 ? "0" + pair : pair
    }
    return digits
  }
}
