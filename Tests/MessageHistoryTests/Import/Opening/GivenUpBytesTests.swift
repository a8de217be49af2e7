import Testing

@testable import MessageHistory

struct GivenUpBytesTests {
  private static let half = GivenUpBytes.together / 2

  @Test func areGivenBackOnceTheyAreMany() {
    var bytes = GivenUpBytes()
    #expect(bytes.add(0..<Self.half) == [])
    #expect(bytes.add(Self.half..<Self.half) == [])
    #expect(bytes.add(Self.half..<2 * Self.half - 1) == [])
    #expect(
      bytes.add(5 * Self.half..<5 * Self.half + 1) == [
        0..<2 * Self.half - 1, 5 * Self.half..<5 * Self.half + 1,
      ])
    // None of them twice.
    #expect(bytes.add(9 * Self.half..<11 * Self.half) == [9 * Self.half..<11 * Self.half])
  }

  @Test func neighboursAreGivenBackAsOneInWhateverOrderTheyCame() {
    var bytes = GivenUpBytes()
    #expect(bytes.add(20..<30) == [])
    #expect(bytes.add(0..<10) == [])
    #expect(bytes.add(10..<20) == [])
    #expect(bytes.add(40..<40 + 2 * Self.half) == [0..<30, 40..<40 + 2 * Self.half])
  }
}
