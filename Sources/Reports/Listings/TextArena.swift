/// Many short texts in one stretch of memory.
struct TextArena {
  private var bytes: [UInt8] = []
  private var ranges: [Range<Int>]

  /// - Parameter count: how many texts there are; all empty at first.
  init(count: Int) {
    ranges = Array(repeating: 0..<0, count: count)
  }

  subscript(index: Int) -> ArraySlice<UInt8> { bytes[ranges[index]] }

  mutating func set(_ text: [UInt8], at index: Int) {
    ranges[index] = bytes.count..<bytes.count + text.count
    bytes += text
  }

  /// Whether one text sorts before another by bytes.
  func precedes(_ left: Int, _ right: Int) -> Bool {
    bytes[ranges[left]].lexicographicallyPrecedes(bytes[ranges[right]])
  }
}
