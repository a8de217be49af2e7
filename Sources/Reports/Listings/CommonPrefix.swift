/// What all of some texts begin with.
///
/// Ids often begin alike: only what comes after that tells them apart.
struct CommonPrefix: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Whether there was any text.
  private var isNoted = false

  var count: Int { bytes.count }

  mutating func note(_ text: UnsafeRawBufferPointer) {
    let isShared =
      isNoted && text.count >= bytes.count
      && bytes.withUnsafeBytes {
        UnsafeRawBufferPointer(rebasing: text[..<$0.count]).order(against: $0) == 0
      }
    if !isShared { cut(to: text) }
  }

  mutating func note(_ other: CommonPrefix) {
    guard other.isNoted else { return }
    other.bytes.withUnsafeBytes { note($0) }
  }

  @inline(never)
  private mutating func cut(to text: UnsafeRawBufferPointer) {
    if isNoted {
      bytes.removeLast(bytes.count - zip(bytes, text).prefix { $0 == $1 }.count)
    } else {
      bytes = Array(text)
      isNoted = true
    }
  }
}
