/// How far a scan came, and what it had to put up with.
package struct ScanResult: Hashable, Sendable {
  /// How many bytes the records cover, line ends included.
  ///
  /// What follows is a record without an end. It is scanned again from its start, with more bytes
  /// after it.
  package var coveredBytes: Int
  /// The irregular quotes in the records.
  package var irregularQuoting: IrregularQuoting

  package init(coveredBytes: Int = 0, irregularQuoting: IrregularQuoting = IrregularQuoting()) {
    self.coveredBytes = coveredBytes
    self.irregularQuoting = irregularQuoting
  }
}

/// Quotes that stand where RFC 4180 has none; each was read in the most likely way.
package struct IrregularQuoting: Hashable, Sendable {
  /// Quotes inside a cell that no quote opened; they are text.
  package var quotesInText: Int
  /// Closing quotes with text between them and the end of the cell; the text is kept.
  package var textAfterQuotes: Int
  /// Quotes that the end of the input closed: at most one for an input.
  package var unclosedQuotes: Int

  package init(quotesInText: Int = 0, textAfterQuotes: Int = 0, unclosedQuotes: Int = 0) {
    self.quotesInText = quotesInText
    self.textAfterQuotes = textAfterQuotes
    self.unclosedQuotes = unclosedQuotes
  }

  /// Whether all quoting was regular.
  package var isEmpty: Bool { self == IrregularQuoting() }

  package static func += (total: inout IrregularQuoting, part: IrregularQuoting) {
    total.quotesInText += part.quotesInText
    total.textAfterQuotes += part.textAfterQuotes
    total.unclosedQuotes += part.unclosedQuotes
  }
}
