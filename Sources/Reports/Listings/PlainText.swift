import DelimitedText

/// Tells the texts that a CSV file shows as they are: ASCII without a separator, quote or line end,
/// and without a beginning that could be taken for a formula.
///
/// Eight bytes at a time are looked at, since such a question is asked for each of tens of millions of
/// cells; a text of other letters may be plain as well and is said not to be.
struct PlainText: Sendable {
  private let separator: UInt64

  init(separator: UInt8) {
    self.separator = UInt64(separator) &* Self.ones
  }

  func contains(_ text: UnsafeRawBufferPointer) -> Bool {
    if FormulaGuard.isNeeded(beforeTextThatBeginsWith: text.first) { return false }
    var special: UInt64 = 0
    var next = 0
    while next &+ 8 <= text.count {
      special |= specialBytes(of: text.loadUnaligned(fromByteOffset: next, as: UInt64.self))
      next &+= 8
    }
    while next < text.count {
      special |= specialBytes(of: UInt64(text[next]) &* Self.ones)
      next &+= 1
    }
    return special == 0
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// 0 where none of eight bytes is special.
  @inline(__always)
  private func specialBytes(of bytes: UInt64) -> UInt64 {
    bytes & Self.highs | Self.zeros(of: bytes ^ separator)
      | Self.zeros(of: bytes ^ UInt64(Byte.quote) &* Self.ones)
      | Self.zeros(of: bytes ^ UInt64(Byte.lineFeed) &* Self.ones)
      | Self.zeros(of: bytes ^ UInt64(Byte.carriageReturn) &* Self.ones)
  }

  /// 0 where none of eight bytes is 0.
  @inline(__always)
  private static func zeros(of bytes: UInt64) -> UInt64 { (bytes &- ones) & ~bytes & highs }
}
