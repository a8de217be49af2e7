/// What is known of a dialect beforehand, and not to be detected.
package struct DialectOverrides: Hashable, Sendable {
  /// The byte around a quoted cell.
  package enum Quote: Hashable, Sendable {
    case detected
    /// Quotes have no meaning.
    case none
    case byte(UInt8)
  }

  /// The byte between two cells.
  package var separator: UInt8?
  package var quote: Quote
  /// How a quote is written inside quotes.
  package var escape: Dialect.Escape?

  /// Nothing is known, unless said.
  package init(
    separator: UInt8? = nil, quote: Quote = .detected, escape: Dialect.Escape? = nil
  ) {
    self.separator = separator
    self.quote = quote
    self.escape = escape
  }

  /// `dialect` with what is known.
  func applied(to dialect: Dialect) -> Dialect {
    var dialect = dialect
    if let separator { dialect.separator = separator }
    switch quote {
    case .detected: break
    case .none: dialect.quote = nil
    case .byte(let byte): dialect.quote = byte
    }
    if let escape { dialect.escape = escape }
    return dialect
  }
}
