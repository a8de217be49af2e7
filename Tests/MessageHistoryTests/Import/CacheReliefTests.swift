import Testing

@testable import MessageHistory

struct CacheReliefTests {
  private static let gigabyte = 1_000_000_000

  @Test(
    "as much leaves the cache as the temporary files need",
    arguments: [
      // A fifth for temporary files, a sixteenth to spare: 12 and 1 for the run have room in 15.
      (bytes: 10, budget: 1, free: 16, share: 0.0),
      // 24 and 1 do not have it in 22.5.
      (bytes: 20, budget: 1, free: 24, share: 0.125),
      (bytes: 20, budget: 30, free: 24, share: 1),
      (bytes: 200, budget: 1, free: 24, share: 1),
      (bytes: 0, budget: 1, free: 0, share: 0),
    ])
  func share(bytes: Int, budget: Int, free: Int, share: Double) {
    let relief = CacheRelief(
      bytes: bytes * Self.gigabyte, budget: budget * Self.gigabyte, free: free * Self.gigabyte)
    let dropped = (0..<10_240).count { relief.drops($0) }
    #expect(abs(Double(dropped) / 10_240 - share) < 0.002)
    #expect(relief.isNeeded == (share > 0))
  }

  @Test func whatLeavesTheCacheLiesFarApart() {
    let relief = CacheRelief(bytes: 21 << 30, budget: 1 << 30, free: 24 << 30)
    let dropped = (0..<1_000).filter { relief.drops($0) }
    let gaps = zip(dropped, dropped.dropFirst()).map { $1 - $0 }
    #expect(dropped.count > 100 && (gaps.max() ?? 0) - (gaps.min() ?? 0) <= 1)
  }

  @Test func nothingLeavesItWhereNoneIsAskedFor() {
    #expect(!CacheRelief.none.isNeeded)
    #expect(!(0..<1_000).contains { CacheRelief.none.drops($0) })
  }
}
