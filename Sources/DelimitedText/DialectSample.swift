/// The stretches of a text that its dialect is told by.
struct DialectSample {
  /// The first bytes, after a byte order mark.
  let beginning: UnsafeRawBufferPointer
  /// Stretches from further on, which begin and end anywhere.
  let laterStretches: [UnsafeRawBufferPointer]
  /// Whether the text ends with the beginning.
  let isWholeInput: Bool

  /// Which bytes it holds at all.
  func census() -> ByteCensus {
    var census = ByteCensus()
    census.add(beginning)
    for stretch in laterStretches { census.add(stretch) }
    return census
  }
}

/// Which bytes a sample holds.
struct ByteCensus {
  private var isThere = [Bool](repeating: false, count: 256)
  /// Whether a quote of either kind stands behind a backslash.
  private(set) var hasEscapedQuotes = false

  func contains(_ byte: UInt8) -> Bool { isThere[Int(byte)] }

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var last: UInt8 = 0
    for byte in bytes {
      isThere[Int(byte)] = true
      if last == Byte.backslash && (byte == Byte.quote || byte == Byte.apostrophe) {
        hasEscapedQuotes = true
      }
      last = byte
    }
  }
}
