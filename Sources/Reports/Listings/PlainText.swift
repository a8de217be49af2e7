import DelimitedText

/// Tells the texts that a CSV file shows as they are: ASCII without a separator, quote or line end,
/// and without a beginning that could be taken for a formula.
///
/// Eight bytes at a time are looked at and copied, since that is done with each of tens of millions of
/// cells; a text of other letters may be plain as well and is said not to be.
struct PlainText: Sendable {
  // Of eight bytes each, here and not asked for at each text.
  private let separators: UInt64
  private let quotes = UInt64(Byte.quote) &* ones
  private let lineFeeds = UInt64(Byte.lineFeed) &* ones
  private let carriageReturns = UInt64(Byte.carriageReturn) &* ones
  /// A bit for each byte that makes a formula of what it begins.
  private var beginnings = InlineArray<4, UInt64>(repeating: 0)

  init(separator: UInt8) {
    separators = UInt64(separator) &* Self.ones
    for byte in 0..<256
    where FormulaGuard.isNeeded(beforeTextThatBeginsWith: UInt8(truncatingIfNeeded: byte)) {
      beginnings[byte / 64] |= 1 << UInt64(byte % 64)
    }
  }

  /// Copies a text to where there is room for it.
  ///
  /// - Returns: whether it is plain; of one that is not, nothing is said of the copy.
  @inline(__always)
  func copy(_ text: UnsafeRawBufferPointer, to room: UnsafeMutablePointer<UInt8>) -> Bool {
    guard let start = text.baseAddress, text.count > 0 else { return true }
    let first = start.load(as: UInt8.self)
    if beginnings[Int(first / 64)] & 1 << UInt64(first % 64) != 0 { return false }
    let room = UnsafeMutableRawPointer(room)
    return text.count >= 8
      ? copyLong(start, text.count, to: room) : copyShort(start, text.count, to: room)
  }

  /// The last eight bytes may overlap those before them.
  @inline(__always)
  private func copyLong(
    _ start: UnsafeRawPointer, _ count: Int, to room: UnsafeMutableRawPointer
  ) -> Bool {
    var special: UInt64 = 0
    var next = 0
    while next < count {
      let place = min(next, count &- 8)
      let word = start.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      special |= specialBytes(of: word)
      room.storeBytes(of: word, toByteOffset: place, as: UInt64.self)
      next &+= 8
    }
    return special == 0
  }

  @inline(__always)
  private func copyShort(
    _ start: UnsafeRawPointer, _ count: Int, to room: UnsafeMutableRawPointer
  ) -> Bool {
    if count >= 4 {
      let low = start.loadUnaligned(as: UInt32.self)
      let high = start.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
      room.storeBytes(of: low, as: UInt32.self)
      room.storeBytes(of: high, toByteOffset: count &- 4, as: UInt32.self)
      return specialBytes(of: UInt64(low) | UInt64(high) << 32) == 0
    }
    var special: UInt64 = 0
    for place in 0..<count {
      let byte = start.load(fromByteOffset: place, as: UInt8.self)
      special |= specialBytes(of: UInt64(byte) &* Self.ones)
      room.storeBytes(of: byte, toByteOffset: place, as: UInt8.self)
    }
    return special == 0
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// 0 where none of eight bytes is special.
  @inline(__always)
  private func specialBytes(of bytes: UInt64) -> UInt64 {
    bytes & Self.highs | Self.zeros(of: bytes ^ separators) | Self.zeros(of: bytes ^ quotes)
      | Self.zeros(of: bytes ^ lineFeeds) | Self.zeros(of: bytes ^ carriageReturns)
  }

  /// 0 where none of eight bytes is 0.
  @inline(__always)
  private static func zeros(of bytes: UInt64) -> UInt64 { (bytes &- ones) & ~bytes & highs }
}
