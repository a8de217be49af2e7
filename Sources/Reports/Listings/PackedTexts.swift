/// Short texts by index, one after the other in memory of their own.
///
/// Millions of rows show them: fetched from an array of arrays, each would be counted as held and let
/// go again.
struct PackedTexts: ~Copyable, Sendable {
  private var bytes: OwnedList<UInt8>
  /// Where each begins, and where the last ends.
  private var starts: OwnedList<Int>

  init(_ texts: some Collection<[UInt8]>) {
    bytes = OwnedList(capacity: texts.reduce(0) { $0 + $1.count })
    starts = OwnedList(capacity: texts.count + 1)
    for text in texts {
      starts.append(bytes.count)
      text.withUnsafeBytes { bytes.append($0) }
    }
    starts.append(bytes.count)
  }

  /// A text, of which there has to be one with that index; valid as long as these texts.
  @inline(__always)
  subscript(index: Int) -> UnsafeRawBufferPointer {
    assert(index >= 0 && index + 1 < starts.count, "there is no such text")
    let start = starts.base[index]
    return UnsafeRawBufferPointer(
      start: bytes.base + start, count: starts.base[index &+ 1] &- start)
  }
}
