/// Which line ends a sample has outside of quotes.
struct LineEndEvidence {
  /// LF and CR LF.
  private var lineFeeds = 0
  /// CR without a LF behind it.
  private var carriageReturns = 0
  private var beginsWithCarriageReturn = false

  /// Quotes are told by their parity, which is enough for the first lines of a text.
  init(in text: UnsafeRawBufferPointer, quote: UInt8?) {
    var isQuoted = false
    for index in text.indices {
      let byte = text[index]
      if byte == quote {
        isQuoted.toggle()
      } else if isQuoted {
        continue
      } else if byte == Byte.lineFeed {
        lineFeeds += 1
      } else if byte == Byte.carriageReturn {
        let isLast = index + 1 == text.count
        if isLast ? lineFeeds > 0 : text[index + 1] == Byte.lineFeed { continue }
        if lineFeeds + carriageReturns == 0 { beginsWithCarriageReturn = true }
        carriageReturns += 1
      }
    }
  }

  /// Whether there are line ends of both kinds.
  var isMixed: Bool { lineFeeds > 0 && carriageReturns > 0 }

  /// The line end of the first line, as if there were no others.
  var firstLineEnd: Dialect.LineEnd { beginsWithCarriageReturn ? .cr : .lf }

  /// The line end that the first line speaks for; a CR in a later cell speaks for nothing, since
  /// cells hold one now and then.
  var lineEnd: Dialect.LineEnd {
    guard beginsWithCarriageReturn else { return .lf }
    return lineFeeds > 0 ? .any : .cr
  }
}
