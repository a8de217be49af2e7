import Testing

@testable import MessageHistory

/// Reading up to 32 bytes at once must not depend on what stands behind them, or whether anything
/// does.
struct FourWordsTests {
  private static let hash = KeyedHash(secret: 9)

  @Test(arguments: [0, 1, 7, 8, 9, 15, 16, 17, 23, 24, 25, 31, 32, 33, 40])
  func areTheSameWhateverFollows(count: Int) {
    let text = (0..<count).map { UInt8($0 + 1) }
    let found = [0, 1, 31, 32, 60].map { following in
      words(text, followedBy: [UInt8](repeating: 0xEE, count: following))
    }
    #expect(found.allSatisfy { $0 == found[0] })
    guard count <= 32 else { return }
    // By hand: the bytes in order, the first being the lowest, and zeros.
    var expected = [UInt64](repeating: 0, count: 4)
    for (place, byte) in text.enumerated() {
      expected[place / 8] |= UInt64(byte) << (place % 8 * 8)
    }
    let first = found[0]
    #expect([first.first, first.second, first.third, first.fourth] == expected)
  }

  @Test func longTextsDifferInEveryByte() {
    let text = [UInt8](repeating: 1, count: 33)
    let whole = words(text, followedBy: [])
    for place in text.indices {
      var other = text
      other[place] = 2
      #expect(words(other, followedBy: []) != whole)
    }
  }

  private func words(_ text: [UInt8], followedBy rest: [UInt8]) -> FourWords {
    let masks = FourWords.makeMasks()
    defer { masks.deallocate() }
    // Memory of just this size, so that an address sanitizer sees a byte too many.
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: text.count + rest.count, alignment: 1)
    defer { buffer.deallocate() }
    buffer.copyBytes(from: text + rest)
    guard let start = UnsafeRawPointer(buffer.baseAddress) else {
      return FourWords(careful: UnsafeRawBufferPointer(buffer), hash: Self.hash)
    }
    return FourWords(
      start, text.count, readableUntil: start + buffer.count, masks: masks, hash: Self.hash)
  }
}
