import CByteScan
import DelimitedText

/// Tells the texts that a CSV file shows as they are: ASCII without a separator, quote or control
/// character, and without a beginning that could be taken for a formula.
///
/// Sixteen bytes at a time are looked at and copied, since that is done with each of tens of millions
/// of cells; a text of other letters may be plain as well and is said not to be.
struct PlainText: Sendable {
  private let separator: UInt8
  // Here, and not asked for at each text.
  private let quote = Byte.quote
  /// A bit for each byte that makes a formula of what it begins.
  private var beginnings = InlineArray<4, UInt64>(repeating: 0)

  init(separator: UInt8) {
    self.separator = separator
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
    let first = Int(start.load(as: UInt8.self))
    if beginnings[first &>> 6] &>> UInt64(first & 63) & 1 == 1 { return false }
    return copyWord(text, to: room)
  }

  /// The same for words of the program, which nobody takes for a formula.
  @inline(__always)
  func copyWord(_ word: UnsafeRawBufferPointer, to room: UnsafeMutablePointer<UInt8>) -> Bool {
    guard let start = word.baseAddress, word.count > 0 else { return true }
    return byte_scan_copy_plain(
      room, start.assumingMemoryBound(to: UInt8.self), word.count, separator, quote)
  }
}
