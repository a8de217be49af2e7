extension MailError: CustomStringConvertible {
  /// The error as it is shown: `name: error: what is wrong (found, expected); what to do`.
  package var description: String {
    switch self {
    case .tooLarge(let bytes, let limit):
      "\(MailReport.htmlName): error: mail is longer than mail programs show "
        + "(found \(bytes) bytes, expected under \(limit)); shorten its template"
    case .markup(let error): "\(MailReport.htmlName):\(error)"
    }
  }
}
