import Reports
import Testing

/// The digits were worked out with another program's HMAC-SHA-256 under the key `secret`, over the
/// parts joined by the byte 0x1F.
struct RedactionTests {
  private let contacts = Redaction(level: .contacts, secret: Array("secret".utf8))
  private let all = Redaction(level: .all, secret: Array("secret".utf8))

  private static let addresses: [(channel: String, shown: String)] = [
    ("whatsapp", "conversation-f0ac3994fb7cfd6f"),
    ("sms", "conversation-098c06ee2c86abc9"),
    ("email", "conversation-a8c846b081c41399"),
    ("messenger", "+33612345678"), ("instagram", "+33612345678"), ("default", "+33612345678"),
  ]

  @Test(arguments: addresses)
  func hidesConversationIDsOfChannelsWhoseIDsAreAddresses(channel: String, shown: String) {
    let (page, id) = (Array("shop".utf8), Array("+33612345678".utf8))
    let channel = Array(channel.utf8)
    for redaction in [contacts, all] {
      #expect(text(redaction.conversationID(id, page: page, channel: channel)) == shown)
    }
    #expect(Redaction.none.conversationID(id, page: page, channel: channel) == id)
  }

  @Test func aContactIsAPseudonymOfPageChannelAndKey() {
    func contact(_ key: String, _ page: String, _ channel: String) -> String {
      text(
        contacts.contact(
          key: Array(key.utf8), page: Array(page.utf8), channel: Array(channel.utf8)))
    }
    #expect(contact("k1", "shop", "messenger") == "contact-102a07fe2ccff66c")
    #expect(contact("Zoé", "café", "messenger") == "contact-ad87257d4dab51ed")
    #expect(contact("", "shop", "messenger") == "", "nobody known stays nobody known")
  }

  @Test func anEmployeeIsAPseudonymOfTheKeyAlone() {
    let anna = all.employee(key: Array("anna".utf8), name: "Anna Lopez")
    #expect(anna.key == "employee-72f8b586f76c2f7c")
    #expect(anna.name == anna.key)
    #expect(text(all.employee(key: Array("anna".utf8))) == anna.key)
  }

  @Test func employeesAreHiddenAtAllOnlyAndNobodyNever() {
    for redaction in [Redaction.none, contacts] {
      #expect(redaction.employee(key: Array("anna".utf8), name: "Anna").name == "Anna")
    }
    #expect(all.employee(key: [], name: "Unattributed").name == "Unattributed")
    #expect(all.employee(key: []) == [])
  }

  @Test func messageIDsAreBlankAndWhatPeopleWroteIsMarked() {
    let text = Array("hello".utf8)
    for redaction in [contacts, all] {
      #expect(redaction.messageID(text) == [])
      #expect(redaction.written(text) == Array("[redacted]".utf8))
    }
    #expect(Redaction.none.messageID(text) == text)
    #expect(Redaction.none.written(text) == text)
  }

  @Test func withoutASecretPseudonymsAreThoseOfOneRunAlone() {
    let key = Array("anna".utf8)
    let one = Redaction(level: .all, secret: nil)
    let other = Redaction(level: .all, secret: nil)
    #expect(one.changesFromRunToRun)
    #expect(one.employee(key: key) == one.employee(key: key))
    #expect(one.employee(key: key) != other.employee(key: key))
    #expect(one.fingerprint != other.fingerprint)
    #expect(!all.changesFromRunToRun && !Redaction.none.changesFromRunToRun)
  }

  @Test func theFingerprintTellsSecretsApartAndIsNoneWhereNothingIsHidden() {
    #expect(all.fingerprint == "3361f17f25a05e07")
    #expect(contacts.fingerprint == all.fingerprint)
    #expect(Redaction.none.fingerprint == nil)
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
