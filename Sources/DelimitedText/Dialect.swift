/// What tells cells and records apart in a delimited text; RFC 4180 unless said otherwise.
@usableFromInline
package struct Dialect: Hashable, Sendable {
  /// How a quote is written inside a quoted cell.
  package enum Escape: Hashable, Sendable, CaseIterable {
    /// The quote stands twice.
    case doubled
    /// A backslash stands before the quote, or before a backslash; before anything else it is
    /// text. A doubled quote is read as one quote here too, since it can mean nothing else.
    case backslash
  }

  /// What ends a record.
  package enum LineEnd: Hashable, Sendable, CaseIterable {
    /// LF, and CR LF. A CR elsewhere is text.
    case lf
    /// CR. A LF is text.
    case cr
    /// LF, CR LF and CR, mixed.
    case any
  }

  /// The byte between two cells.
  package var separator: UInt8
  /// The byte around a quoted cell; nil where quotes have no meaning.
  @usableFromInline package var quote: UInt8?
  /// How a quote is written inside a quoted cell.
  package var escape: Escape
  /// What ends a record.
  package var lineEnd: LineEnd
  /// Whether spaces at the start of a cell are none of it, so that a quote after them is one:
  /// `a, "b, c"`.
  package var isPadded: Bool

  package init(
    separator: UInt8 = UInt8(ascii: ","), quote: UInt8? = UInt8(ascii: "\""),
    escape: Escape = .doubled, lineEnd: LineEnd = .lf, isPadded: Bool = false
  ) {
    self.separator = separator
    self.quote = quote
    self.escape = escape
    self.lineEnd = lineEnd
    self.isPadded = isPadded
  }

  /// Whether no byte of the dialect has two meanings.
  ///
  /// A text can be read with any dialect; with one that is ambiguous the separator wins over the
  /// line end outside of quotes, and the quote over both at the start of a cell.
  package var isUnambiguous: Bool {
    var special: [UInt8] = [separator, Byte.lineFeed, Byte.carriageReturn]
    if let quote { special.append(quote) }
    if escape == .backslash { special.append(Byte.backslash) }
    if isPadded { special.append(Byte.space) }
    return Set(special).count == special.count
  }
}
