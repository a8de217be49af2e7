import Testing

@testable import MessageHistory

struct CacheReliefTests {
  private static let mebibyte = 1 << 20
  private static let groupSize = 16 * mebibyte

  /// The groups of a stretch that leave the cache.
  private static func dropped(left: Int, unused: Int?) -> [Int] {
    let relief = CacheRelief { unused }
    return (0..<CacheRelief.groupsOfStretch).filter {
      relief.drops($0, ofSize: groupSize, left: left)
    }
  }

  @Test(
    "as much leaves the cache as is missing for temporary files of a sixth of what is left",
    arguments: [
      (left: 6_144, unused: 1_280, dropped: []),
      (left: 6_144, unused: 1_264, dropped: [15]),
      (left: 6_144, unused: 1_248, dropped: [7, 15]),
      (left: 6_144, unused: 1_216, dropped: [3, 7, 11, 15]),
      // Half at most, while there is something unused.
      (left: 60_000, unused: 256, dropped: [1, 3, 5, 7, 9, 11, 13, 15]),
      (left: 60_000, unused: 255, dropped: Array(0..<16)),
      (left: 0, unused: 256, dropped: []),
      (left: 0, unused: 240, dropped: [15]),
    ])
  func dropsWhatIsMissing(left: Int, unused: Int, dropped: [Int]) {
    let found = Self.dropped(left: left * Self.mebibyte, unused: unused * Self.mebibyte)
    #expect(found == dropped)
  }

  @Test func nothingLeavesItWhereTheMachineDoesNotTell() {
    #expect(Self.dropped(left: 1 << 40, unused: nil) == [])
  }

  @Test func eachStretchIsDecidedAnew() {
    let unused = Locked(0)
    let relief = CacheRelief { unused.withLock { $0 } }
    #expect(relief.drops(0, ofSize: Self.groupSize, left: 1 << 40))
    unused.withLock { $0 = 1 << 41 }
    #expect(relief.drops(15, ofSize: Self.groupSize, left: 1 << 40))
    #expect(!(16..<32).contains { relief.drops($0, ofSize: Self.groupSize, left: 1 << 40) })
  }
}
