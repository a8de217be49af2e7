import TestSupport
import Testing

/// Texts that a mail could take for header lines.
struct MailHeaderTests {
  private static let payloads = [
    "x\r\nBcc: all@hostile.invalid", "x\nBcc: all@hostile.invalid\n\n<h1>body", "x\r Bcc: a",
    "=?utf-8?q?x=0D=0ABcc:_a?=", "=?utf-8?b?DQpCY2M6IGE=?=", "x\u{2028}Bcc: a", "x\u{85}Bcc: a",
    String(repeating: "long ", count: 2_000), String(repeating: "é", count: 3_000), "--boundary--",
    "\u{1}\u{7}", "a\"b<c>@d,e;f:",
  ]

  @Test func aTitleBringsNothingIntoAMailsHead() throws {
    let harmless = try HostileHistory.harmless(pages: 1)
    #expect(try harmless.report().status == 0)
    let expected = try Self.names(inHeadsOf: harmless.folder.text(of: "report.eml"))
    #expect(expected.count > 20)
    for (index, payload) in Self.payloads.enumerated() {
      let hostile = try HostileHistory(pages: 1) { word, _ in word + payload }
      let outcome = try hostile.report(["--format", "email"])
      #expect(outcome.status == 0, "\(index): \(outcome.errors)")
      let mail = try hostile.folder.text(of: "report.eml")
      #expect(try Self.names(inHeadsOf: mail) == expected, "\(index)")
      let lines = mail.split(separator: "\r\n", omittingEmptySubsequences: false)
      #expect(lines.allSatisfy { $0.utf8.count <= 998 }, "\(index)")
      #expect(!mail.lowercased().contains("\nbcc:"), "\(index)")
    }
  }

  /// The names of the header lines of a mail and of its parts.
  private static func names(inHeadsOf mail: String) throws -> [String] {
    var names: [String] = []
    var isHead = true
    for line in mail.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let line = String(decoding: line, as: UTF8.self)
      if line.hasPrefix("--=_") { isHead = true }
      if line == "\r" || line.isEmpty { isHead = false }
      guard isHead, !line.hasPrefix(" "), !line.hasPrefix("\t"), !line.hasPrefix("--=_") else {
        continue
      }
      names.append(try #require(line.split(separator: ":").first.map(String.init)))
    }
    return names
  }
}
