/// Keeps a spreadsheet from taking a text for a formula.
package enum FormulaGuard {
  /// What stands before a text that could be taken for a formula.
  package static let mark = Byte.apostrophe

  /// Whether a text that begins with `first` needs the mark; an empty text does not.
  ///
  /// The list is the one of the OWASP page on CSV injection. Numbers are not texts: they keep
  /// their sign.
  package static func isNeeded(beforeTextThatBeginsWith first: UInt8?) -> Bool {
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), Byte.tab,
      Byte.carriageReturn:
      true
    default:
      false
    }
  }
}
