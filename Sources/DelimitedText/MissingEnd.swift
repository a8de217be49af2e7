/// What a record without an end lacks.
package enum MissingEnd: Hashable, Sendable {
  /// The quote that closes the one that is open.
  case quote
  /// A line end.
  case lineEnd

  /// Looks at what there is of a record, by its quotes: those of regular cells come in pairs.
  package init(of record: UnsafeRawBufferPointer, dialect: Dialect) {
    var isOpen = false
    var isEscaped = false
    for byte in record {
      if isEscaped {
        isEscaped = false
      } else if byte == dialect.quote {
        isOpen.toggle()
      } else {
        isEscaped = isOpen && dialect.escape == .backslash && byte == Byte.backslash
      }
    }
    self = isOpen ? .quote : .lineEnd
  }

  /// What to do about it.
  package var advice: String {
    switch self {
    case .quote: "close the quote that is open in it, or set the quote that the file uses"
    case .lineEnd: "end each row with a line end, and check that the file is a table"
    }
  }
}
