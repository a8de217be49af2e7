/// From whom the mail is, to whom it goes, and what it is called.
///
/// Without `from` and `to` the mail has no such lines: `sendmail` fills in the sender, and takes
/// the receivers as arguments (`sendmail boss@example.com < report.eml`).
package struct MailHead: Sendable {
  /// Nil for whoever sends it.
  package var from: MailAddress?
  /// Empty for those whom the sending program is told.
  package var to: [MailAddress]
  package var subject: MailSubject

  package init(from: MailAddress? = nil, to: [MailAddress] = [], subject: MailSubject) {
    self.from = from
    self.to = to
    self.subject = subject
  }
}
