/// A file that travels with the mail.
package struct MailAttachment: Sendable {
  /// Letters, digits, dots and hyphens of ASCII alone.
  package var name: String
  package var bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
