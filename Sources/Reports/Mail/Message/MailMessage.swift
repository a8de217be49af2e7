import MessageHistory

/// A whole mail as it is given to `sendmail -t`: head, text and HTML as alternatives, attachments.
///
/// Lines end with CRLF, as RFC 5322 has it; the programs behind `sendmail` take both. Every part is
/// encoded in ASCII, so that no program on the way changes a byte. The same content gives the same
/// bytes: its id and boundaries are made of a fingerprint of it.
struct MailMessage {
  /// The most bytes that a mail has.
  static let largestSize = 5_000_000

  var from: MailAddress?
  var to: [MailAddress]
  var subject: String
  /// In what the texts are, as a tag of BCP 47.
  var language: String
  /// The instant at which the report is true; without one the sending program sets the date.
  var date: Instant?
  var clock: LocalClock
  /// UTF-8 with line ends of LF, as is `html`.
  var text: [UInt8]
  var html: [UInt8]
  var attachments: [MailAttachment]

  /// The attachments of `all` that fit, in their order, beside that many bytes of HTML and text.
  static func fitting(_ all: [MailAttachment], besides bytes: Int) -> [MailAttachment] {
    // Quoted-printable makes three bytes of one at worst; heads and boundaries are short.
    var room = largestSize - 3 * bytes - 20_000
    return all.filter { attachment in
      let size = Base64.size(ofLines: attachment.bytes.count) + 1_000
      guard size <= room else { return false }
      room -= size
      return true
    }
  }

  func rendered() -> [UInt8] {
    let id = fingerprint
    let (mixed, alternative) = ("=_mixed_\(id)", "=_alternative_\(id)")
    var bytes: [UInt8] = []
    bytes.reserveCapacity(
      text.count * 2 + html.count * 2
        + attachments.reduce(10_000) { $0 + Base64.size(ofLines: $1.bytes.count) + 1_000 })
    bytes += head(id: id).utf8
    func append(_ text: String) { bytes += text.utf8 }
    append("Content-Type: multipart/mixed;\r\n boundary=\"\(mixed)\"\r\n\r\n")
    append("--\(mixed)\r\n")
    append("Content-Type: multipart/alternative;\r\n boundary=\"\(alternative)\"\r\n\r\n")
    for (kind, content) in [("plain", text), ("html", html)] {
      append("--\(alternative)\r\nContent-Type: text/\(kind); charset=utf-8\r\n")
      append("Content-Transfer-Encoding: quoted-printable\r\n\r\n")
      // The end of line before a boundary is the boundary's own.
      bytes += QuotedPrintable.lines(of: content) + [0x0D, 0x0A]
    }
    append("--\(alternative)--\r\n")
    for attachment in attachments {
      append("--\(mixed)\r\nContent-Type: text/csv; charset=utf-8; header=present\r\n")
      append("Content-Disposition: attachment; filename=\"\(attachment.name)\"\r\n")
      append("Content-Transfer-Encoding: base64\r\n\r\n")
      bytes += Base64.lines(of: attachment.bytes)
    }
    append("--\(mixed)--\r\n")
    return bytes
  }

  /// The lines up to those that are about the content.
  private func head(id: String) -> String {
    var head = ""
    if let date { head += HeaderText.line("Date", [MailDate(clock: clock).text(of: date)]) }
    if let from { head += HeaderText.line("From", HeaderText.words(of: from)) }
    if !to.isEmpty {
      let receivers = to.map { HeaderText.words(of: $0) }
      let words = receivers.enumerated().flatMap { index, words in
        index == receivers.count - 1 ? words : words.dropLast() + words.suffix(1).map { $0 + "," }
      }
      head += HeaderText.line("To", words)
    }
    head += HeaderText.line("Subject", HeaderText.words(of: subject))
    head += HeaderText.line("Message-ID", ["<\(id)@\(idDomain)>"])
    head += "MIME-Version: 1.0\r\n"
    head += "Auto-Submitted: auto-generated\r\n"
    head += HeaderText.line("Content-Language", [language])
    return head
  }

  /// Who answers for the id being the only one of its kind; a name that nobody can have otherwise.
  private var idDomain: String {
    guard let domain = from?.domain, domain.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { return "replymeter.invalid" }
    return domain
  }

  /// Of all that makes the mail.
  private var fingerprint: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(
      attachments.reduce(10_000 + text.count + html.count) { $0 + $1.bytes.count + 100 })
    func append(_ part: some Sequence<UInt8>) {
      bytes += part
      // Between two parts, so that no text can pass for two.
      bytes += [0xFF]
    }
    append((date?.milliseconds).map(String.init)?.utf8.map { $0 } ?? [])
    for address in [from].compactMap(\.self) + to {
      append("\(address.name) <\(address.address)>".utf8)
    }
    append(subject.utf8)
    append(text)
    append(html)
    for attachment in attachments {
      append(attachment.name.utf8)
      append(attachment.bytes)
    }
    var fingerprint = BlockFingerprint()
    bytes.withUnsafeBytes { fingerprint.append($0) }
    return fingerprint.hexadecimal
  }
}
