import Testing

@testable import Reports

/// The head of a mail: ASCII, folded, and no line more than was meant.
struct HeaderTextTests {
  @Test(arguments: [
    ("Weekly report", "Subject: Weekly report\r\n"),
    ("", "Subject:\r\n"),
    // "2–8 Nov" in base64 of UTF-8.
    ("2–8 Nov", "Subject: =?utf-8?B?MuKAkzggTm92?=\r\n"),
    // What looks like an encoded word is encoded itself: "=?a" is PT9h.
    ("=?a", "Subject: =?utf-8?B?PT9h?=\r\n"),
    // Two spaces would become one where a line is folded.
    ("a  b", "Subject: =?utf-8?B?YSAgYg==?=\r\n"),
    ("a\r\nBcc: x@y.z", "Subject: =?utf-8?B?YSAgQmNjOiB4QHkueg==?=\r\n"),
    ("a\nBcc: x@y.z", "Subject: a Bcc: x@y.z\r\n"),
    ("a\u{0}\u{85}\u{2028}b", "Subject: =?utf-8?B?YSAgIGI=?=\r\n"),
  ])
  func freeTextIsOneField(text: String, line: String) {
    #expect(HeaderText.line("Subject", HeaderText.words(of: text)) == line)
  }

  @Test(arguments: [
    ("boss@example.com", "To: boss@example.com\r\n"),
    ("Anna Lind <anna@example.com>", "To: Anna Lind <anna@example.com>\r\n"),
    ("Lind, Anna <anna@example.com>", "To: \"Lind, Anna\" <anna@example.com>\r\n"),
    ("\"Lind, Anna\" <anna@example.com>", "To: \"Lind, Anna\" <anna@example.com>\r\n"),
    ("A \"x\" \\ B <a@b.c>", "To: \"A \\\"x\\\" \\\\ B\" <a@b.c>\r\n"),
    ("Åse <a@b.c>", "To: =?utf-8?B?w4VzZQ==?= <a@b.c>\r\n"),
  ])
  func namesAreAtomsQuotedOrEncoded(text: String, line: String) throws {
    let address = try #require(MailAddress(text))
    #expect(HeaderText.line("To", HeaderText.words(of: address)) == line)
  }

  @Test func longTextIsFoldedIntoWholeCharacters() throws {
    let text = String(repeating: "é🚲", count: 60)
    let lines = HeaderText.line("Subject", HeaderText.words(of: text))
      .split(separator: "\r\n").map(String.init)
    #expect(lines.count > 5)
    #expect(lines.allSatisfy { $0.utf8.count <= 76 })
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(" =?utf-8?B?") })
    #expect(MailReader.decodedWords(lines.joined(separator: "\r\n")) == "Subject: " + text)
  }

  @Test func longPlainTextIsFoldedBetweenWords() {
    let text = Array(repeating: "responsiveness", count: 12).joined(separator: " ")
    let line = HeaderText.line("Subject", HeaderText.words(of: text))
    #expect(line.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 76 })
    #expect(line.replacing("\r\n", with: "") == "Subject: " + text)
  }
}

/// Which addresses are taken.
struct MailAddressTests {
  @Test(arguments: [
    ("a@b.c", "", "a@b.c"), ("<a@b.c>", "", "a@b.c"), ("  Åse Å.  <a@b.c>", "Åse Å.", "a@b.c"),
    ("\"A \\\"B\\\"\" <a@b.c>", "A \"B\"", "a@b.c"),
  ])
  func addressesHaveANameOrNone(text: String, name: String, address: String) throws {
    let found = try #require(MailAddress(text))
    #expect(found.name == name)
    #expect(found.address == address)
  }

  @Test(arguments: [
    "", "a", "a@", "@b", "a@b@c", "a b@c.d", "a@b.c>", "<a@b.c", "a@b.c, d@e.f", "a\n@b.c",
    "A\r\nBcc: x@y.z <a@b.c>", "A\u{2028} <a@b.c>", "<a@b.c\u{0}>",
    String(repeating: "a", count: 400) + "@b.c",
  ])
  func anythingElseIsRefused(text: String) {
    #expect(MailAddress(text) == nil)
  }
}
