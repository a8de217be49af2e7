/// What all of some texts begin with.
///
/// Ids often begin alike: only what comes after that tells them apart.
struct CommonPrefix: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Whether there was any text.
  private var isNoted = false

  var count: Int { bytes.count }

  /// Whether a text begins as all others do; false of the first one.
  @inline(__always)
  func begins(_ text: UnsafeRawBufferPointer) -> Bool {
    isNoted && text.count >= bytes.count && bytes.withUnsafeBytes { text.begins(with: $0) }
  }

  mutating func note(_ text: UnsafeRawBufferPointer) {
    if !begins(text) { cut(to: text) }
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

extension UnsafeRawBufferPointer {
  /// Whether these bytes, which are no fewer, begin with others.
  ///
  /// By words, since it is asked of millions of short texts; the last one overlaps the one before.
  @inline(__always)
  fileprivate func begins(with others: UnsafeRawBufferPointer) -> Bool {
    let count = others.count
    guard count >= 8 else { return (0..<count).allSatisfy { self[$0] == others[$0] } }
    var next = 0
    while next < count {
      let place = Swift.min(next, count &- 8)
      if loadUnaligned(fromByteOffset: place, as: UInt64.self)
        != others.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      {
        return false
      }
      next &+= 8
    }
    return true
  }
}
