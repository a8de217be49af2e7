import Testing

@testable import MessageHistory

struct SweepReliefTests {
  private static let group = SweepRelief.groupSize

  @Test(
    "half of the groups leave the cache where all memory is in use but the least, none where there is plenty",
    arguments: [(unused: 256 << 20, dropped: 8), (unused: 1 << 40, dropped: 0)])
  func dropsAsMuchAsIsMissing(unused: Int, dropped: Int) {
    let relief = SweepRelief(size: 1 << 40) { unused }
    let groups = (0..<CacheRelief.groupsOfStretch).filter { _ in relief.dropsNext() }
    #expect(groups.count == dropped)
  }

  @Test func lessLeavesItTowardsTheEnd() {
    // A sixth of a whole stretch is missing, and nothing once the next one begins.
    let relief = SweepRelief(size: 2 * CacheRelief.groupsOfStretch * Self.group) {
      (256 << 20) + CacheRelief.groupsOfStretch * Self.group / 6
    }
    let first = (0..<CacheRelief.groupsOfStretch).filter { _ in relief.dropsNext() }
    let second = (0..<CacheRelief.groupsOfStretch).filter { _ in relief.dropsNext() }
    #expect(first.count == CacheRelief.groupsOfStretch / 6)
    #expect(second.isEmpty)
  }

  @Test func aTrailHasTheWholeGroupsThatWerePassed() {
    var trail = SweepTrail()
    #expect(trail.move(to: 100) == nil)
    #expect(trail.move(to: Self.group - 1) == nil)
    #expect(trail.move(to: Self.group) == 0..<Self.group)
    #expect(trail.move(to: 2 * Self.group - 1) == nil)
    #expect(trail.move(to: 2 * Self.group + 5) == Self.group..<2 * Self.group)
  }

  @Test func whatASweepBeganInOrLeftOutStays() {
    var trail = SweepTrail()
    // Another worker may be at what lies between.
    #expect(trail.move(to: 5 * Self.group + 1) == nil)
    #expect(trail.move(to: 6 * Self.group + 1) == nil)
    #expect(trail.move(to: 7 * Self.group) == 6 * Self.group..<7 * Self.group)
    #expect(trail.move(to: 3 * Self.group) == nil)
    #expect(trail.move(to: 4 * Self.group - 1) == nil)
    #expect(trail.move(to: 4 * Self.group) == 3 * Self.group..<4 * Self.group)
  }
}
