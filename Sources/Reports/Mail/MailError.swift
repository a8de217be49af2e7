package import HTMLDocument

/// Why no mail could be made of a template of the user's own.
package enum MailError: Error, Equatable, Sendable {
  /// It is longer than mail programs show, even with the fewest rows.
  case tooLarge(bytes: Int, limit: Int)
  /// What the template makes is no document.
  case markup(HTMLError)
}
