import Foundation
import MessageHistory
import TestSupport
import Testing

@testable import Reports

/// Bytes as lines of ASCII, and back.
struct MailEncodingTests {
  @Test(arguments: [
    ("", ""), ("a", "a"), ("a\n", "a\r\n"), ("a\n\nb\n", "a\r\n\r\nb\r\n"), ("\n\n", "\r\n\r\n"),
    ("1 = 1", "1 =3D 1"), ("é", "=C3=A9"), ("a \nb\t", "a=20\r\nb=09"),
    (".\n..a\na.b", "=2E\r\n=2E.a\r\na.b"),
    ("From a\nFromage\n From b", "=46rom a\r\nFromage\r\n From b"),
    ("a\rb", "a=0Db"),
    (String(repeating: "x", count: 75) + ".y", String(repeating: "x", count: 75) + "=\r\n=2Ey"),
    (String(repeating: "x", count: 74) + "é", String(repeating: "x", count: 74) + "=\r\n=C3=A9"),
  ])
  func textIsQuoted(text: String, lines: String) {
    #expect(String(decoding: QuotedPrintable.lines(of: Array(text.utf8)), as: UTF8.self) == lines)
  }

  @Test(arguments: 1...30)
  func quotedTextReadsTheSameAgain(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("a.=F rom\n\t\u{E9}\r".utf8)
    let count = random.number(in: 0..<400)
    let text = random.bytes(count: count, of: alphabet)
    let lines = QuotedPrintable.lines(of: text)
    #expect(MailReader.unquoted(lines) == text, "\(random)")
    for line in String(decoding: lines, as: UTF8.self).split(separator: "\r\n") {
      #expect(line.utf8.count <= 76 && line != "." && !line.hasPrefix("From "), "\(random)")
    }
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func bytesBecomeTheLettersOfTheStandard(bytes: String, letters: String) {
    #expect(Base64.text(of: Array(bytes.utf8)) == letters)
  }

  @Test(arguments: 1...20)
  func linesOfBase64AreThoseOfFoundation(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = random.number(in: 0..<300)
    let bytes = random.bytes(count: count, of: Array(0...255))
    let lines = Base64.lines(of: bytes)
    let letters = lines.filter { $0 != 0x0D && $0 != 0x0A }
    #expect(
      String(decoding: letters, as: UTF8.self) == Data(bytes).base64EncodedString(), "\(random)")
    #expect(lines.count == Base64.size(ofLines: count), "\(random)")
  }

  @Test(arguments: [
    // 2026-11-09T05:00:00Z is a Monday; 1969-12-31T23:59:59.5Z a Wednesday.
    (1_794_200_400_000, 3_600, "Mon, 09 Nov 2026 06:00:00 +0100"),
    (1_794_200_400_000, -12_600, "Mon, 09 Nov 2026 01:30:00 -0330"),
    (-500, 0, "Wed, 31 Dec 1969 23:59:59 +0000"),
    // An offset of 9 min 21 s is shown as 9 min.
    (0, 561, "Thu, 01 Jan 1970 00:09:00 +0009"),
  ])
  func datesAreThoseOfMail(milliseconds: Int64, offset: Int, text: String) {
    let clock = LocalClock(name: "Test", initialOffset: offset)
    #expect(MailDate(clock: clock).text(of: Instant(milliseconds: milliseconds)) == text)
  }
}
