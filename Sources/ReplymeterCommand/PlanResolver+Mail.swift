import Reports
import Templates

extension PlanResolver {
  /// The head of the mail as the configuration has it; a mail without one goes to whom the sending
  /// program is told.
  func mailHead(language: ReportLanguage) throws -> MailHead {
    let email = configuration.values.email
    return MailHead(
      from: try email.from.map { try mailAddress($0, key: "email.from") },
      to: try email.to.map { try mailAddress($0, key: "email.to") },
      subject: try mailSubject(email.subject, language))
  }

  private func mailAddress(
    _ text: Located<String>, key: String
  ) throws(ConfigurationError) -> MailAddress {
    guard let address = MailAddress(text.value) else {
      // The address itself stays out of the error.
      throw configuration.refusing(
        Located("\(text.value.utf8.count) bytes", at: text.place), key: key,
        what: "impossible mail address",
        expected:
          "name@example.com or Name <name@example.com>, at most \(MailAddress.longest) bytes")
    }
    return address
  }

  private func mailSubject(_ text: Located<String>?, _ language: ReportLanguage) throws
    -> MailSubject
  {
    guard let text else { return try MailSubject(parsing: MailSubject.standard(language)) }
    do throws(TemplateError) {
      return try MailSubject(parsing: text.value)
    } catch {
      throw configuration.refusing(
        Located("a flaw at its column \(error.place.column)", at: text.place),
        key: "email.subject", what: "impossible subject",
        expected: "a template that names period and title alone")
    }
  }
}
