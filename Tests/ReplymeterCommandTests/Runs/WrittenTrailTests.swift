import Testing

@testable import ReplymeterCommand

struct WrittenTrailTests {
  private static let mebibyte = 1 << 20

  @Test func whatTheDiskHasWrittenLeavesTheCacheWhereMemoryIsFull() {
    var trail = WrittenTrail()
    let full = { Int?(WrittenTrail.leastUnused - 1) }
    #expect(trail.leaves(begun: WrittenTrail.distance, unused: full) == nil)
    #expect(
      trail.leaves(begun: WrittenTrail.distance + Self.mebibyte, unused: full) == 0..<Self.mebibyte)
    #expect(
      trail.leaves(begun: WrittenTrail.distance + 3 * Self.mebibyte, unused: full)
        == Self.mebibyte..<3 * Self.mebibyte)
  }

  @Test(arguments: [WrittenTrail.leastUnused, nil])
  func itStaysWhereThereIsRoomOrNobodyKnows(unused: Int?) {
    var trail = WrittenTrail()
    #expect(trail.leaves(begun: 1 << 40, unused: { unused }) == nil)
    // What stayed may leave it later.
    #expect(trail.leaves(begun: 1 << 40, unused: { 0 }) == 0..<(1 << 40) - WrittenTrail.distance)
  }
}
