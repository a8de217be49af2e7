extension UnsafeRawBufferPointer {
  /// The bytes without the Unicode White_Space at both ends, as UTF-8; a view of the same bytes.
  ///
  /// Bytes that are no UTF-8 are no white space.
  package func trimmingWhiteSpace() -> UnsafeRawBufferPointer {
    var start = 0
    var end = count
    while start < end {
      let length = whiteSpaceLength(at: start, before: end)
      if length == 0 { break }
      start += length
    }
    while start < end {
      let length = whiteSpaceLength(endingAt: end, after: start)
      if length == 0 { break }
      end -= length
    }
    return UnsafeRawBufferPointer(rebasing: self[start..<end])
  }

  /// How many bytes the white space character at `start` has; 0 where there is another.
  private func whiteSpaceLength(at start: Int, before end: Int) -> Int {
    let first = self[start]
    if first < 0x80 { return first.isASCIIWhiteSpace ? 1 : 0 }
    if start + 2 <= end && Self.isWhiteSpace(first, self[start + 1]) { return 2 }
    if start + 3 <= end && Self.isWhiteSpace(first, self[start + 1], self[start + 2]) { return 3 }
    return 0
  }

  /// How many bytes the white space character just before `end` has; 0 where there is another.
  private func whiteSpaceLength(endingAt end: Int, after start: Int) -> Int {
    let last = self[end - 1]
    if last < 0x80 { return last.isASCIIWhiteSpace ? 1 : 0 }
    if end - 2 >= start && Self.isWhiteSpace(self[end - 2], last) { return 2 }
    if end - 3 >= start && Self.isWhiteSpace(self[end - 3], self[end - 2], last) { return 3 }
    return 0
  }

  /// U+0085 and U+00A0.
  private static func isWhiteSpace(_ first: UInt8, _ second: UInt8) -> Bool {
    first == 0xC2 && (second == 0x85 || second == 0xA0)
  }

  /// U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F and U+3000.
  private static func isWhiteSpace(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second, third) {
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9),
      (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
      true
    default:
      false
    }
  }
}

extension UInt8 {
  /// Whether the byte is a space or one of tab, LF, VT, FF and CR.
  package var isASCIIWhiteSpace: Bool {
    self == Byte.space || (Byte.tab...Byte.carriageReturn).contains(self)
  }
}
