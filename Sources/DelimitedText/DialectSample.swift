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

/// Which bytes a sample holds, and where.
struct ByteCensus {
  private var isThere = [Bool](repeating: false, count: 256)
  private var opens = [Bool](repeating: false, count: 256)
  private var escaped = [Bool](repeating: false, count: 256)

  func contains(_ byte: UInt8) -> Bool { isThere[Int(byte)] }

  /// Whether the byte stands where a quote opens a cell: first, or behind a line end, a space or a
  /// sign that may separate.
  func opensCells(_ byte: UInt8) -> Bool { opens[Int(byte)] }

  /// Whether the byte stands behind a backslash.
  func isEscaped(_ byte: UInt8) -> Bool { escaped[Int(byte)] }

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var last = Byte.lineFeed
    for byte in bytes {
      isThere[Int(byte)] = true
      if last == Byte.backslash {
        escaped[Int(byte)] = true
      } else if !last.isLetterOrDigit {
        opens[Int(byte)] = true
      }
      last = byte
    }
  }
}
